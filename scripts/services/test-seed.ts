// What the simulated worlds of tests grow from.

/**
 * The same people, phones and ids in every run, so that one that failed can be run again; `SEED=anything`
 * walks another world (decision 238).
 */
export const TEST_SEED = process.env['SEED'] ?? 'seven-lanterns'
