// The view types of a tenant's custom domains.

/**
 * A host in A-labels; `letters`: the same in Unicode, where it differs. `mistakable`: its letters look like
 * those of another name. `zone` is the registered part, which a DNS provider calls the domain.
 */
export type DomainName = { host: string; letters: string | null; mistakable: boolean; zone: string }

/** The state of a claim to a domain. A suspended one was live, and its records are no longer right. */
export type DomainState = 'pending' | 'live' | 'suspended'

/** Why a domain is not live, or not for long: the first problem to fix. */
export const DOMAIN_PROBLEMS = ['address', 'proof', 'both', 'silent', 'taken', 'once'] as const
export type DomainProblem = (typeof DOMAIN_PROBLEMS)[number]

/** Instants are ISO 8601. `account`: the name of the only account that it serves; null: all. */
export type DomainRow = DomainName & {
  state: DomainState
  primary: boolean
  account: string | null
  checkedAt: string | null
  /** Null: no problem. */
  problem: DomainProblem | null
}

export const RECORD_TYPES = ['CNAME', 'A', 'AAAA', 'TXT'] as const
export type RecordType = (typeof RECORD_TYPES)[number]

/**
 * The DNS answer for one record: `right`; `wrong`: another value; `missing`; `silent`: no answer; `circle`:
 * an endless chain of aliases; `free`: there is none, and none is needed.
 */
export type RecordStatus = 'right' | 'wrong' | 'missing' | 'silent' | 'circle' | 'free'
export type RecordLine = {
  type: RecordType
  name: string
  found: readonly string[]
  status: RecordStatus
}

/** The records to set at the DNS provider: one way of pointing here, and the proof. */
export type DomainRecords = {
  /** For A and AAAA; none when only an alias works. */
  addresses: readonly { type: 'A' | 'AAAA'; value: string }[]
  /** For CNAME; null for a zone apex, which cannot be an alias. */
  alias: string | null
  /** Null: the operator waived it. */
  proof: { name: string; value: string } | null
}

/** A domain with the details of its page. `provedAt`, `badSince`: ISO 8601. */
export type DomainPage = DomainRow & {
  /** The proxy id of its account. */
  accountId: string | null
  records: DomainRecords
  lines: readonly RecordLine[]
  addedAt: string
  provedAt: string | null
  badSince: string | null
  /** Seconds until the next check. */
  nextSeconds: number
}

export type DomainList = { domains: readonly DomainRow[]; own: string; trial: boolean; full: boolean }

/** The flash messages of the domain pages. */
export const DOMAIN_FLASHES = ['added', 'removed', 'primary', 'portal', 'account', 'all'] as const
export type DomainFlash = (typeof DOMAIN_FLASHES)[number]

/** Accounts that match the typed text; `about` is the realm. */
export type AccountChoices = {
  options: readonly { id: string; label: string; about?: string }[]
  total: number
}

/**
 * The progress of a check: a record, the start of the second check, and at the end the state of the domain.
 */
export type DomainCheckLine =
  | { kind: 'record'; line: RecordLine }
  | { kind: 'again' }
  | { kind: 'ended'; state: DomainState; problem: DomainProblem | null }
  | { kind: 'refused'; message: string }
