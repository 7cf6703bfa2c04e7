// Keys that Kazoo converts to text before it validates: it accepts a number there.
import { copy, isObject, type JsonObject } from '../json.ts'

/** A copy with the numbers at these paths converted to text. */
export function withTexts(fields: JsonObject, ...paths: readonly string[][]): JsonObject {
  const result = copy(fields)
  for (const path of paths) {
    let target: JsonObject | undefined = result
    for (const key of path.slice(0, -1)) {
      const next: unknown = target?.[key]
      target = isObject(next) ? next : undefined
    }
    const last = path.at(-1) ?? ''
    if (target && typeof target[last] === 'number') target[last] = String(target[last])
  }
  return result
}

/** The number that emergency services see, of a device or a user. */
export const EMERGENCY_NUMBER = ['caller_id', 'emergency', 'number']
