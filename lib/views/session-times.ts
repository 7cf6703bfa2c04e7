// How long a session still lasts, in seconds: a browser is told no more of it.

/** `idle`: how long it outlives the last request; `absolute`: until it ends in any case. */
export type SessionTimes = { idle: number; absolute: number }
