// Parses flash messages: the query parameter `done` of a redirect.

/** The flash message of `done`, or null: the parameter is absent, repeated or not one of `flashes`. */
export function flashIn<Flash extends string>(
  flashes: readonly Flash[],
  done: string | readonly string[] | undefined,
): Flash | null {
  return flashes.find((flash) => flash === done) ?? null
}
