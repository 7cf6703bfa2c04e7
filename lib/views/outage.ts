// The view types of failing and slow dependencies.

/**
 * `timeout`: it may still answer. `busy`: it will answer again in seconds. `gateway`: its answer is unusable.
 * `connection`: it refuses the account that connects the portal.
 */
export type OutageKind = 'unavailable' | 'timeout' | 'busy' | 'gateway' | 'connection'

/** The same page again; with a longer limit; and as a whole, for browsers without script. */
export type PageLinks = { again: string; longer: string; whole: string }
