// That the gallery has no route in an ordinary build, as Next sees it.

/** The routes of the gallery in what `next typegen` wrote of an ordinary build's routes. */
export function galleryRoutes(types: string): string[] {
  return Array.from(types.matchAll(/"(\/gallery[^"]*)"/g), ([, route = '']) => route)
}
