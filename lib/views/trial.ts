// What the page on which a trial begins knows.

/** Where a reseller's Kazoo may run; for all but the hosted platform the address of its API is asked for. */
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

/** A puzzle that costs a browser less than a second and a robot the same for every attempt. It is good once, for an hour. */
export type Puzzle = { puzzle: string; bits: number }

/** One line of the check, told in the reader's language; `limit`: something that this Kazoo cannot do; `refused`: it was not made at all, or broke off. */
export type CheckLine =
  | { kind: 'finding'; step: string; ok: boolean; limit: boolean; message: string }
  | { kind: 'refused'; message: string; fields: Partial<Record<string, string>> }
