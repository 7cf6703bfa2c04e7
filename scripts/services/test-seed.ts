// The seed of the simulated worlds in tests.

/**
 * The same users, phones and ids in every run, so that a failure can be reproduced; `SEED=anything` gives
 * another world (decision 238).
 */
export const TEST_SEED = process.env['SEED'] ?? 'seven-lanterns'
