// The view types of a brand: the draft, the published versions, and the theme of the pages.
import { brandColours, type BrandColours, type BrandToken } from './brand-colours.ts'

/** The texts of a brand, as its form shows and sends them. */
export const BRAND_FIELDS = [
  'name',
  'primary',
  'accent',
  'darkColours',
  'primaryDark',
  'accentDark',
  'welcome',
  'supportEmail',
  'supportPhone',
  'supportLink',
  'terms',
  'privacy',
  'imprint',
  'senderName',
] as const
export type BrandField = (typeof BRAND_FIELDS)[number]
export type BrandText = Record<BrandField, string>

/** The two images: one beside the sign-in form, one in the header of every page. */
export const IMAGE_KINDS = ['signIn', 'header'] as const
export type ImageKind = (typeof IMAGE_KINDS)[number]

/** The part of a header image that becomes the small square icon. */
export const ICON_PARTS = ['whole', 'start', 'middle'] as const
export type IconPart = (typeof ICON_PARTS)[number]

/** An image as a page shows it; its size is known in advance, so that nothing moves. */
export type BrandImageRow = { src: string; width: number; height: number }
export type BrandImages = Record<ImageKind, BrandImageRow | null>

/** The sizes of the square icons, in pixels: tab, Apple, and two for phones. */
export const ICON_SIZES = [32, 180, 192, 512] as const
export type IconSize = (typeof ICON_SIZES)[number]

/** The theme of a branded page, signed in or not. */
export type BrandTheme = {
  name: string
  images: BrandImages
  support: { email: string; phone: string; link: string }
  legal: { terms: string; privacy: string; imprint: string }
}

/** A published brand: its theme, and what the frame of every page needs. */
export type BrandThemeColours = BrandTheme & {
  /** For the `style` of `<html>`; empty: the portal's own colours. */
  properties: Partial<Record<BrandToken, string>>
  /** The mark in the brand's colours, where it has no image. */
  mark: { fill: string; ink: string }
  icons: Record<IconSize, string> | null
  /** Markdown. */
  welcome: string
  /** The sender name of mails; empty: the name. */
  senderName: string
}

/** Why an image is refused, as in the address where there is no script. */
export const IMAGE_FAULTS = [
  'missing',
  'large',
  'other',
  'svg',
  'polyglot',
  'truncated',
  'broken',
  'animated',
  'pixels',
] as const
export type ImageFault = (typeof IMAGE_FAULTS)[number]

/** The flash messages of `/brand`. */
export const BRAND_FLASHES = ['published', 'discarded', 'restored', 'imported', 'wrote', 'image'] as const
export type BrandFlash = (typeof BRAND_FLASHES)[number]

/** The data of `/brand`. */
export type BrandEditorState = {
  text: BrandText
  images: BrandImages
  /** Whether the draft differs from what is shown: the published brand, or the default look. */
  changed: boolean
  live: PublishedBrand | null
  /** A tenant on trial cannot publish. */
  trial: boolean
}

/** A published version. `restores` is the version that it restored, or null. */
export type PublishedBrand = { number: number; at: string; by: string; restores: number | null }
export type BrandVersion = PublishedBrand & {
  name: string
  primary: string
  accent: string
  images: BrandImages
  live: boolean
}

/** The colours in the texts of a brand, which may be invalid: calculating with those throws RangeError. */
export function coloursOf(
  text: Pick<BrandText, 'primary' | 'accent' | 'darkColours' | 'primaryDark' | 'accentDark'>,
): BrandColours {
  const { primary, accent, darkColours, primaryDark, accentDark } = text
  return {
    primary,
    accent,
    dark: darkColours === 'chosen' ? { primary: primaryDark, accent: accentDark } : null,
  }
}

/** The colours that have to change, or null while one of them is invalid. */
export function adjustedColours(
  text: Parameters<typeof coloursOf>[0],
): ReturnType<typeof brandColours> | null {
  try {
    return brandColours(coloursOf(text))
  } catch (error) {
    if (error instanceof RangeError) return null
    throw error
  }
}
