// The view types of the trial page.

/** Where a reseller's Kazoo may run; all but the hosted platform need the address of its API. */
export const PLATFORMS = ['hosted', 'private', 'global', 'open source'] as const
export type Platform = (typeof PLATFORMS)[number]

export type TrialField =
  | 'name'
  | 'email'
  | 'company'
  | 'platform'
  | 'origin'
  | 'realm'
  | 'token'
  | 'work'
  | 'website'

/**
 * A puzzle that costs a browser less than a second, and a bot the same for every attempt. Valid once, for an
 * hour.
 */
export type Puzzle = { puzzle: string; bits: number }

/**
 * One line of the check, in the reader's language; `warning`: it works, but not as it should; `refused`: the
 * check did not run, or broke off.
 */
export type CheckLine =
  | { kind: 'finding'; step: string; ok: boolean; warning: boolean; message: string }
  | { kind: 'refused'; message: string; fields: Partial<Record<string, string>> }
