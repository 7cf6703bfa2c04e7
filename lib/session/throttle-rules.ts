// Defines the limits of the throttle: per client, which is refused beyond them, and in total, which only adds
// a delay.
import 'server-only'
import { env } from '../env.ts'

/**
 * A client may make `perClient` attempts within `seconds`. When all clients together make more than `total`
 * within `totalSeconds`, all are delayed (null: never).
 */
export type Rule = {
  readonly perClient: number
  readonly seconds: number
  readonly total: number | null
  readonly totalSeconds: number
}

const MINUTE = 60
const QUARTER_HOUR = 15 * MINUTE
const HOUR = 60 * MINUTE
/**
 * Offices share one address: a client may make this many times the attempts that an account allows before it
 * is delayed.
 */
const PER_CLIENT = 8
/** This many clients may use up their limit before all are delayed. */
const CLIENTS_IN_TOTAL = 20

const perHour = (perClient: number, total: number | null = perClient * CLIENTS_IN_TOTAL): Rule => ({
  perClient,
  seconds: HOUR,
  total,
  totalSeconds: HOUR,
})

const RULES = {
  /**
   * Failed proofs: passwords, codes, passkeys, links, credentials of a Kazoo. A successful one is refunded.
   */
  secret: () => ({
    perClient: env().signInAttempts * PER_CLIENT,
    seconds: QUARTER_HOUR,
    total: 600,
    totalSeconds: MINUTE,
  }),
  /** Requests for a mail with a link. */
  recovery: () => ({
    perClient: env().signInAttempts * PER_CLIENT,
    seconds: QUARTER_HOUR,
    total: 600,
    totalSeconds: MINUTE,
  }),
  /** Redirects to an identity provider and back: each makes calls to it. */
  signOn: () => ({ perClient: 300, seconds: QUARTER_HOUR, total: 5_000, totalSeconds: QUARTER_HOUR }),
  /**
   * Connection checks and trial starts by visitors: with a solved puzzle, and without script a quarter as
   * many.
   */
  trialCheck: () => perHour(env().trialAttempts),
  trialStart: () => perHour(env().trialAttempts),
  trialCheckPlain: () => perHour(Math.ceil(env().trialAttempts / 4), env().trialAttempts * 2),
  trialStartPlain: () => perHour(Math.ceil(env().trialAttempts / 4), env().trialAttempts * 2),
  /** Connections to an address that an owner entered. */
  address: () => perHour(60),
  domain: () => perHour(60, 2_000),
  auditTest: () => ({ perClient: 10, seconds: 10 * MINUTE, total: 200, totalSeconds: 10 * MINUTE }),
  /**
   * Questions of an edge at the first TLS handshake for a name; limits the reads that invented names cause.
   */
  edge: () => ({ perClient: 3_000, seconds: MINUTE, total: 6_000, totalSeconds: MINUTE }),
  /**
   * Codes, counted by member and refused beyond the limit, because six digits are few. Only a correct
   * password leads here, and a new password starts a new count, so that no outsider can lock a member out.
   */
  code: () => perHour(20, null),
  /** Counted by pending sign-in; beyond the limit the password must be entered again. */
  secondStep: () => perHour(5, null),
  /** Recovery mails, counted by mailbox. */
  recoveryMail: () => perHour(3, null),
} as const satisfies Record<string, () => Rule>

/** A set of attempts that are counted together. */
export type Budget = keyof typeof RULES

/** The rule of a budget, as the environment sets it. */
export const ruleOf = (budget: Budget): Rule => RULES[budget]()
