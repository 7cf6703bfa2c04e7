// Converts colours between hex and OKLCH and computes contrast, for browser and server.

/** Lightness 0 to 1, chroma from 0, hue in radians (OKLCH). */
export type Lch = { l: number; c: number; h: number }

/** The contrast of two colours, 1 to 21 (WCAG 2.2, relative luminance). */
export function contrast(one: string, other: string): number {
  const [darker = 0, lighter = 0] = [luminance(one), luminance(other)].toSorted((a, b) => a - b)
  return (lighter + 0.05) / (darker + 0.05)
}

function luminance(hex: string): number {
  const [r, g, b] = linear(hex)
  return 0.2126 * r + 0.7152 * g + 0.0722 * b
}

function linear(hex: string): [number, number, number] {
  if (!/^#[0-9a-f]{6}$/i.test(hex)) throw new RangeError('A colour is six hexadecimal digits after a #.')
  const channel = (at: number) => {
    const share = Number.parseInt(hex.slice(at, at + 2), 16) / 255
    return share <= 0.04045 ? share / 12.92 : ((share + 0.055) / 1.055) ** 2.4
  }
  return [channel(1), channel(3), channel(5)]
}

/** sRGB to OKLCH, after Ottosson's OKLab (bottosson.github.io/posts/oklab). */
export function toLch(hex: string): Lch {
  const [r, g, b] = linear(hex)
  const l = Math.cbrt(0.4122214708 * r + 0.5363325363 * g + 0.0514459929 * b)
  const m = Math.cbrt(0.2119034982 * r + 0.6806995451 * g + 0.1073969566 * b)
  const s = Math.cbrt(0.0883024619 * r + 0.2817188376 * g + 0.6299787005 * b)
  const green = 1.9779984951 * l - 2.428592205 * m + 0.4505937099 * s
  const blue = 0.0259040371 * l + 0.7827717662 * m - 0.808675766 * s
  const lightness = 0.2104542553 * l + 0.793617785 * m - 0.0040720468 * s
  return { l: lightness, c: Math.hypot(green, blue), h: Math.atan2(blue, green) }
}

/** The nearest displayable colour: chroma is reduced until every channel fits. */
export function toHex({ l, c, h }: Lch): string {
  let most = c
  let channels = toLinear({ l, c: most, h })
  while (most > 0 && channels.some((channel) => channel < -0.0005 || channel > 1.0005)) {
    most = Math.max(most - 0.004, 0)
    channels = toLinear({ l, c: most, h })
  }
  return `#${channels.map(toByte).join('')}`
}

function toLinear({ l: lightness, c, h }: Lch): [number, number, number] {
  const green = c * Math.cos(h)
  const blue = c * Math.sin(h)
  const l = (lightness + 0.3963377774 * green + 0.2158037573 * blue) ** 3
  const m = (lightness - 0.1055613458 * green - 0.0638541728 * blue) ** 3
  const s = (lightness - 0.0894841775 * green - 1.291485548 * blue) ** 3
  return [
    4.0767416621 * l - 3.3077115913 * m + 0.2309699292 * s,
    -1.2684380046 * l + 2.6097574011 * m - 0.3413193965 * s,
    -0.0041960863 * l - 0.7034186147 * m + 1.707614701 * s,
  ]
}

function toByte(channel: number): string {
  const clamped = Math.min(Math.max(channel, 0), 1)
  const share = clamped <= 0.0031308 ? clamped * 12.92 : 1.055 * clamped ** (1 / 2.4) - 0.055
  return Math.round(share * 255)
    .toString(16)
    .padStart(2, '0')
}
