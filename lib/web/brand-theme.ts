// Loads the brand of the current page, for its first paint; and what browsers request beside the page: the
// mark, the manifest, the images.
import 'server-only'
import type { MetadataRoute } from 'next'
import { getTranslations } from 'next-intl/server'
import { cache } from 'react'
import { findBrandImage, type BrandImage } from '../domain/brand/image.ts'
import { brandThemeOf, siteThemeOf } from '../domain/brand/theme.ts'
import { currentSite } from '../domain/site.ts'
import { UserFacingError, Unavailable } from '../errors.ts'
import { log } from '../log.ts'
import { IMAGE_FAULTS, type BrandThemeColours } from '../views/brand.ts'
import { translate } from './translate.ts'
import { currentViewer } from './viewer.ts'

const YEAR = 'max-age=31536000, immutable'
const PORTAL_COLOURS = { fill: '#005f78', ink: '#ffffff' }
const CANVAS = '#f3f6f7'

/**
 * The tenant whose brand shows: that of the host, or on the portal's own host that of the signed-in viewer.
 */
async function tenantOfPage(): Promise<{ tenant: string | null; byHost: boolean }> {
  const { tenant } = await currentSite()
  if (tenant !== null) return { tenant, byHost: true }
  return { tenant: (await currentViewer())?.session.record.tenant ?? null, byHost: false }
}

/**
 * The brand of this page, or null: the portal's own. It never fails: a page without its brand is still a
 * page.
 */
export const currentTheme = cache(async (): Promise<BrandThemeColours | null> => {
  try {
    const { tenant, byHost } = await tenantOfPage()
    if (tenant === null) return null
    return await (byHost ? siteThemeOf(tenant) : brandThemeOf(tenant))
  } catch (error) {
    if (!(error instanceof UserFacingError)) throw error
    log.warn('a page shows no brand', { error })
    return null
  }
})

/**
 * A brand's image by its file name, or the mark in its colours; an error status where the image does not
 * belong to this host or the viewer.
 */
export async function answerBrandImage(file: string): Promise<Response> {
  if (file === 'mark.svg') return mark(await currentTheme())
  const found = await findImageOfPage(file)
  if (typeof found === 'number')
    return new Response(null, { status: found, headers: { 'Cache-Control': 'no-store' } })
  const { image, byHost } = found
  return new Response(new Uint8Array(image.bytes), {
    headers: {
      'Content-Type': image.type,
      'Cache-Control': `${byHost ? 'public' : 'private'}, ${YEAR}`,
    },
  })
}

/** The image, and whether everybody on this host may have it; otherwise the status of the error. */
async function findImageOfPage(file: string): Promise<{ image: BrandImage; byHost: boolean } | 404 | 503> {
  try {
    const { tenant, byHost } = await tenantOfPage()
    const image = await findBrandImage(tenant, file)
    return image === null ? 404 : { image, byHost }
  } catch (error) {
    if (!(error instanceof UserFacingError)) throw error
    return error instanceof Unavailable ? 503 : 404
  }
}

function mark(theme: BrandThemeColours | null): Response {
  const { fill, ink } = theme?.mark ?? PORTAL_COLOURS
  const svg = `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 24 24"><rect width="24" height="24" rx="6" fill="${fill}"/><path d="M5 15.5a5 5 0 0 1 5-5h4a5 5 0 0 0 5-5" fill="none" stroke="${ink}" stroke-width="2.25" stroke-linecap="round"/><circle cx="5.5" cy="18.5" r="1.5" fill="${ink}"/></svg>`
  return new Response(svg, { headers: { 'Content-Type': 'image/svg+xml' } })
}

/** The web app manifest of this host, for phones that add it to their apps. */
export async function currentManifest(): Promise<MetadataRoute.Manifest> {
  const theme = await currentTheme()
  const name = theme?.name ?? (await getTranslations('problem'))('product')
  const png = (size: 192 | 512) => ({
    src: theme?.icons?.[size] ?? '',
    sizes: `${size}x${size}`,
    type: 'image/png',
  })
  return {
    name,
    short_name: name,
    start_url: '/',
    display: 'standalone',
    background_color: CANVAS,
    theme_color: theme?.mark.fill ?? PORTAL_COLOURS.fill,
    icons: theme?.icons
      ? [png(192), png(512)]
      : [{ src: '/brand-images/mark.svg', sizes: 'any', type: 'image/svg+xml' }],
  }
}

/** The reason in the address why an image was refused; any other text there gives the general message. */
export async function translateRefusedImage(refused: unknown): Promise<string | null> {
  const fault = IMAGE_FAULTS.find((known) => known === refused)
  if (fault !== undefined) return translate(`messages.brand.image.${fault}`)
  return refused === undefined ? null : translate('messages.fault')
}
