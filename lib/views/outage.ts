// What pages know of dependencies that are in trouble, or slow.

/** `timeout`: it may still answer. `busy`: asked again in seconds, it will. `gateway`: its answer is of no use. `connection`: it refuses the account that connects the portal. */
export type OutageKind = 'unavailable' | 'timeout' | 'busy' | 'gateway' | 'connection'

/** The same page once more; with a longer limit; and in one piece, for browsers without script. */
export type PageLinks = { again: string; longer: string; whole: string }
