// The remaining time of a session, as far as a browser needs it.

/** In seconds. `idle`: without another request; `absolute`: in any case. */
export type SessionTimes = { idle: number; absolute: number }
