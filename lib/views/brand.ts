// What a browser may know of a brand: the draft that is worked on, what is published, and the face that everybody sees.
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

/** The two pictures: one beside the form of who signs in, one in the head of every page. */
export const IMAGE_KINDS = ['signIn', 'header'] as const
export type ImageKind = (typeof IMAGE_KINDS)[number]

/** Which part of a header image becomes the small square icon. */
export const ICON_PARTS = ['whole', 'start', 'middle'] as const
export type IconPart = (typeof ICON_PARTS)[number]

/** A picture as a page shows it: its size is known before it has come, so that nothing moves. */
export type BrandImageRow = { src: string; width: number; height: number }
export type BrandImages = Record<ImageKind, BrandImageRow | null>

/** The sizes of the square icons, in pixels: tab, Apple, and two that a phone asks for. */
export const ICON_SIZES = [32, 180, 192, 512] as const
export type IconSize = (typeof ICON_SIZES)[number]

/** What everybody sees on a branded page, signed in or not. */
export type BrandTheme = {
  name: string
  images: BrandImages
  support: { email: string; phone: string; link: string }
  legal: { terms: string; privacy: string; imprint: string }
}

/** A brand as it is published: its face, and what the frame of every page needs of it. */
export type BrandThemeColours = BrandTheme & {
  /** For the `style` of `<html>`. */
  properties: Record<BrandToken, string>
  /** The mark in the brand's colours, where it has no picture. */
  mark: { fill: string; ink: string }
  icons: Record<IconSize, string> | null
  /** Markdown. */
  welcome: string
  /** Who mails are from; empty: the name. */
  senderName: string
}

/** Why a picture is refused, as the address says it where there is no script. */
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

/** What was just done, as the address of `/brand` says it. */
export const BRAND_FLASHES = ['published', 'discarded', 'restored', 'imported', 'wrote', 'image'] as const
export type BrandFlash = (typeof BRAND_FLASHES)[number]

/** What `/brand` is about. */
export type BrandEditorState = {
  text: BrandText
  images: BrandImages
  /** Whether the draft differs from what is published; true as well where nothing is. */
  changed: boolean
  live: PublishedBrand | null
  /** On trial nothing is published. */
  trial: boolean
}

/** A published version. `restores` is the version that it brought back, or null. */
export type PublishedBrand = { number: number; at: string; by: string; restores: number | null }
export type BrandVersion = PublishedBrand & {
  name: string
  primary: string
  accent: string
  images: BrandImages
  live: boolean
}

/** The colours that the texts of a brand name. @throws RangeError from whoever calculates with what is no colour. */
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

/** What becomes of the colours, or null while one of them is none. */
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
