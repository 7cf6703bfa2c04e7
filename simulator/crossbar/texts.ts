// Keys that Kazoo converts to text before it validates: it accepts a number there.
import { copy, isObject, type JsonObject } from '../json.ts'

/** A copy with the numbers at these paths converted to text. */
export function withTexts(fields: JsonObject, ...paths: readonly string[][]): JsonObject {
  const result = copy(fields)
  for (const path of paths) {
    let here: JsonObject | undefined = result
    for (const key of path.slice(0, -1)) {
      const next: unknown = here?.[key]
      here = isObject(next) ? next : undefined
    }
    const last = path.at(-1) ?? ''
    if (here && typeof here[last] === 'number') here[last] = String(here[last])
  }
  return result
}

/** The number that emergency services see, of a device or a user. */
export const EMERGENCY_NUMBER = ['caller_id', 'emergency', 'number']
