// The title and the icon of an impersonation's tab, which no other tab has.
import type { Metadata } from 'next'
import { getTranslations } from 'next-intl/server'
import { badgeOf } from '../lib/domain/auth/viewer-badge.ts'
import { currentTheme } from '../lib/web/brand-theme.ts'
import { currentViewer } from '../lib/web/viewer.ts'

/** The frame's colours (`--caution` and `--bad-fill` in `app/globals.css`): no icon reads them from there. */
const FILLS = { readOnly: '#df8200', changes: '#bd1f28' }

/** Metadata for every page of an impersonation; none elsewhere, nor where the page will say what is wrong. */
export async function impersonationMetadata(): Promise<Metadata> {
  const viewer = await currentViewer().catch(() => null)
  const impersonation = viewer && badgeOf(viewer).impersonation
  if (!impersonation) return {}
  const t = await getTranslations('shell')
  const { targetName, changes } = impersonation
  const who =
    targetName === null
      ? t('impersonation.inAccount')
      : t('impersonation.asUser', { name: targetName.trim() || t('unnamed.user') })
  const brand = (await currentTheme())?.name ?? 'Portal'
  return {
    title: { default: who, template: `${who} · %s · ${brand}` },
    icons: { icon: { url: iconOf(changes ? FILLS.changes : FILLS.readOnly), type: 'image/svg+xml' } },
  }
}

/** An eye in a filled square. */
function iconOf(fill: string): string {
  const eye = '<path d="M3.5 12q8.5-9 17 0-8.5 9-17 0z" fill="#fff"/>'
  const pupil = `<circle cx="12" cy="12" r="3" fill="${fill}"/>`
  const svg = `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 24 24"><rect width="24" height="24" rx="6" fill="${fill}"/>${eye}${pupil}</svg>`
  return `data:image/svg+xml,${encodeURIComponent(svg)}`
}
