// What a check finds: where, and what is wrong there in a sentence.

export type Fault = { path: string; says: string }

/** One line a fault, for a terminal. */
export function faultLines(faults: readonly Fault[]): string {
  return faults.map(({ path, says }) => `  ${path}: ${says}`).join('\n')
}
