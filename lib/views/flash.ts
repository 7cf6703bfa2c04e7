// Flash messages: what a redirect says was done, in the query parameter `done` of the page it leads to.

/** The flash that `done` names, or null: the parameter is absent, repeated or not one of `flashes`. */
export function flashIn<Flash extends string>(
  flashes: readonly Flash[],
  done: string | readonly string[] | undefined,
): Flash | null {
  return flashes.find((flash) => flash === done) ?? null
}
