// What the pages of a tenant's domains know.

/**
 * A host in A-labels; `letters`: the same in letters, where they differ. `mistakable`: its letters look like those of another name. `zone` is
 * the part that was registered, which is what a DNS host calls the domain.
 */
export type DomainName = { host: string; letters: string | null; mistakable: boolean; zone: string }

/** Of a tenant's claim to a domain. A suspended one was live, and its records are no longer right. */
export type DomainState = 'pending' | 'live' | 'suspended'

/** Why a domain is not live, or not for long: the first of what has to be mended. */
export const DOMAIN_PROBLEMS = ['address', 'proof', 'both', 'silent', 'taken', 'once'] as const
export type DomainProblem = (typeof DOMAIN_PROBLEMS)[number]

/** Instants are ISO 8601. `account`: the name of the one account that it is for; null: for all. */
export type DomainRow = DomainName & {
  state: DomainState
  primary: boolean
  account: string | null
  checkedAt: string | null
  /** Null: nothing is wrong. */
  problem: DomainProblem | null
}

export const RECORD_TYPES = ['CNAME', 'A', 'AAAA', 'TXT'] as const
export type RecordType = (typeof RECORD_TYPES)[number]

/**
 * What DNS said of one record: `right`; `wrong`: something else; `missing`; `silent`: no answer; `circle`: aliases without end; `free`: there is none,
 * and there need not be one.
 */
export type RecordStatus = 'right' | 'wrong' | 'missing' | 'silent' | 'circle' | 'free'
export type RecordLine = {
  type: RecordType
  name: string
  found: readonly string[]
  status: RecordStatus
}

/** What has to be at the DNS host: one way of pointing here, and the proof. */
export type DomainRecords = {
  /** For A and AAAA; none when only an alias will do. */
  addresses: readonly { type: 'A' | 'AAAA'; value: string }[]
  /** For CNAME; null where the host is a whole zone, which cannot be an alias. */
  alias: string | null
  /** Null: the operator said that none is needed. */
  proof: { name: string; value: string } | null
}

/** A domain with all that its page says. `provedAt`, `badSince`: ISO 8601. */
export type DomainPage = DomainRow & {
  /** The proxy id of its account. */
  accountId: string | null
  records: DomainRecords
  lines: readonly RecordLine[]
  addedAt: string
  provedAt: string | null
  badSince: string | null
  /** Seconds until it is looked at again. */
  nextSeconds: number
}

export type DomainList = { domains: readonly DomainRow[]; own: string; trial: boolean; full: boolean }

/** What was done just now, for the page that says so. */
export const DOMAIN_FLASHES = ['added', 'removed', 'primary', 'portal', 'account', 'all'] as const
export type DomainFlash = (typeof DOMAIN_FLASHES)[number]

/** Accounts that fit what was typed; `about` is the realm. */
export type AccountChoices = {
  options: readonly { id: string; label: string; about?: string }[]
  total: number
}

/** What a check tells while it runs: a record, that it asks a second time, and in the end how the domain stands. */
export type DomainCheckLine =
  | { kind: 'record'; line: RecordLine }
  | { kind: 'again' }
  | { kind: 'ended'; state: DomainState; problem: DomainProblem | null }
  | { kind: 'refused'; message: string }
