// Presents a stored brand to a page: images as addresses, colours as tokens.
import 'server-only'
import type { Brand, BrandVersion, ImageRef } from '../../store/brands.ts'
import { themeTokens } from '../../views/brand-colours.ts'
import {
  adjustedColours,
  coloursOf,
  type BrandImageRow,
  type BrandImages,
  type BrandText,
  type BrandThemeColours,
  type PublishedBrand,
} from '../../views/brand.ts'

/** The colours of the portal itself, from which every brand starts: those of `app/globals.css`. */
const PORTAL = { colour: '#005f78', onColour: '#ffffff', primaryDark: '#11748f', accentDark: '#79d4e5' }

/** The brand of a tenant that has not edited one. */
export function freshBrand(tenantName: string): Brand {
  const text: BrandText = {
    name: tenantName.slice(0, 60),
    primary: PORTAL.colour,
    accent: PORTAL.colour,
    darkColours: 'calculated',
    primaryDark: PORTAL.primaryDark,
    accentDark: PORTAL.accentDark,
    welcome: '',
    supportEmail: '',
    supportPhone: '',
    supportLink: '',
    terms: '',
    privacy: '',
    imprint: '',
    senderName: '',
  }
  return { text, signIn: null, header: null }
}

/** The two images of a brand. */
export function imagesOf({ signIn, header }: Brand): BrandImages {
  return { signIn: signIn && imageRowOf(signIn, 'webp'), header: header && imageRowOf(header, 'webp') }
}

function imageRowOf({ hash, width, height }: ImageRef, extension: 'webp' | 'png'): BrandImageRow {
  return { src: addressOf(hash, extension), width, height }
}

/** The address of an image; the extension is only for readers. */
function addressOf(hash: string, extension: 'webp' | 'png'): string {
  return `/brand-images/${hash}.${extension}`
}

/** A brand as the pages of its host show it. */
export function themeOf(brand: Brand): BrandThemeColours | null {
  const { text, header } = brand
  const colours = adjustedColours(text)
  if (colours === null) return null
  const lightTokens = themeTokens(coloursOf(text), 'light')
  return {
    name: text.name,
    images: imagesOf(brand),
    properties: colours.properties,
    mark: { fill: lightTokens['--accent'], ink: lightTokens['--on-accent'] },
    icons: header && {
      32: addressOf(header.icons[32], 'png'),
      180: addressOf(header.icons[180], 'png'),
      192: addressOf(header.icons[192], 'png'),
      512: addressOf(header.icons[512], 'png'),
    },
    support: { email: text.supportEmail, phone: text.supportPhone, link: text.supportLink },
    legal: { terms: text.terms, privacy: text.privacy, imprint: text.imprint },
    welcome: text.welcome,
    senderName: text.senderName,
  }
}

/** The portal's own look under the name of a tenant that has published no brand. */
export function unbrandedTheme(tenantName: string): BrandThemeColours {
  return {
    name: tenantName,
    images: { signIn: null, header: null },
    properties: {},
    mark: { fill: PORTAL.colour, ink: PORTAL.onColour },
    icons: null,
    support: { email: '', phone: '', link: '' },
    legal: { terms: '', privacy: '', imprint: '' },
    welcome: '',
    senderName: '',
  }
}

/** When a version was published, by whom, and what it restores. */
export function publishedOf({ number, publishedAt, publishedBy, restores }: BrandVersion): PublishedBrand {
  return { number, at: publishedAt.toISOString(), by: publishedBy, restores }
}
