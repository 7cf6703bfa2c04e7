// Checks that the gallery has no route in an ordinary build.

/** The gallery's routes among those that `next typegen` wrote for an ordinary build. */
export function galleryRoutes(types: string): string[] {
  return Array.from(types.matchAll(/"(\/gallery[^"]*)"/g), ([, route = '']) => route)
}
