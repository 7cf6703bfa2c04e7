// How often what may be asked for: per client, which is refused beyond that, and in all, which is only delayed.
import 'server-only'
import { env } from '../env.ts'

/** A client may `each` times within `seconds`; beyond `all` of everybody within `allSeconds` all are slowed down a little (null: never). */
export type Rule = {
  readonly each: number
  readonly seconds: number
  readonly all: number | null
  readonly allSeconds: number
}

const MINUTE = 60
const QUARTER = 15 * MINUTE
const HOUR = 60 * MINUTE
/** Offices share one address: it has so many times the attempts that an account has before it is slowed down. */
const PER_CLIENT = 8
/** So many clients may use up their share before all are slowed down. */
const CLIENTS = 20

const perHour = (each: number, all: number | null = each * CLIENTS): Rule => ({
  each,
  seconds: HOUR,
  all,
  allSeconds: HOUR,
})

const RULES = {
  /** Passwords, codes, passkeys, links, credentials of a Kazoo: wrong ones. What was right is given back. */
  secret: () => ({ each: env().signInAttempts * PER_CLIENT, seconds: QUARTER, all: 600, allSeconds: MINUTE }),
  /** Asking for a mail with a link. */
  recovery: () => ({
    each: env().signInAttempts * PER_CLIENT,
    seconds: QUARTER,
    all: 600,
    allSeconds: MINUTE,
  }),
  /** The way to an identity provider and the way back: each costs calls to it. */
  signOn: () => ({ each: 300, seconds: QUARTER, all: 5_000, allSeconds: QUARTER }),
  /** Strangers try a connection, or start a trial: with work done, and without script a quarter of it. */
  trialCheck: () => perHour(env().trialAttempts),
  trialStart: () => perHour(env().trialAttempts),
  trialCheckPlain: () => perHour(Math.ceil(env().trialAttempts / 4), env().trialAttempts * 2),
  trialStartPlain: () => perHour(Math.ceil(env().trialAttempts / 4), env().trialAttempts * 2),
  /** An owner has an address dialled that they typed. */
  address: () => perHour(60),
  domain: () => perHour(60, 2_000),
  auditTest: () => ({ each: 10, seconds: 10 * MINUTE, all: 200, allSeconds: 10 * MINUTE }),
  /** An edge asks at the first handshake for a name; whoever sends it made-up names makes no more reads than these. */
  edge: () => ({ each: 3_000, seconds: MINUTE, all: 6_000, allSeconds: MINUTE }),
  /**
   * Counted by member, and refused: six digits are few. Only who has the password gets to guess codes, and another password begins a new
   * count, so that no stranger locks anybody out.
   */
  code: () => perHour(20, null),
  /** Counted by the sign-in that waits: then the password must be typed again. */
  secondStep: () => perHour(5, null),
  /** Counted by mailbox: so many of these mails somebody gets, however often it is asked. */
  recoveryMail: () => perHour(3, null),
} as const satisfies Record<string, () => Rule>

/** What is counted together. */
export type Budget = keyof typeof RULES

/** The rule of a budget, by the environment. */
export const ruleOf = (budget: Budget): Rule => RULES[budget]()
