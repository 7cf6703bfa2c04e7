// What a check finds: where, and what is wrong.

export type Fault = { path: string; says: string }

/** One line for each fault, for a terminal. */
export function faultLines(faults: readonly Fault[]): string {
  return faults.map(({ path, says }) => `  ${path}: ${says}`).join('\n')
}
