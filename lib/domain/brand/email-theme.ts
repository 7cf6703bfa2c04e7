// Finds the theme and sender name of a tenant's mails: the published brand, or the portal's own.
import 'server-only'
import { findImage } from '../../store/brand-images.ts'
import { findLive } from '../../store/brands.ts'
import type { TenantRecord } from '../../store/tenants.ts'
import { themeTokens } from '../../views/brand-colours.ts'
import { coloursOf } from '../../views/brand.ts'

/** The mail colour of a tenant without its own; white on it has a contrast of 7.4. */
const PORTAL = { colour: '#0b5c73', onColour: '#ffffff', ink: '#0b5c73' }

/** `sender` null: the operator of the portal. `logo` is a PNG at double density. */
export type EmailTheme = {
  brand: {
    name: string
    colour: string
    onColour: string
    ink: string
    logo: { width: number; height: number } | null
  }
  sender: string | null
  logo: Buffer | null
}

/**
 * The theme of a tenant's mails. Without a brand, mails to members come from the operator of the portal, and
 * mails to customers, who know only the tenant, from the tenant.
 * @throws Unavailable
 */
export async function emailThemeOf(tenant: TenantRecord, to: 'member' | 'customer'): Promise<EmailTheme> {
  const live = await findLive(tenant.id)
  if (live === null) {
    const sender = to === 'customer' ? tenant.name : null
    return { brand: { ...PORTAL, name: tenant.name, logo: null }, sender, logo: null }
  }
  const { text, header } = live.brand
  const day = themeTokens(coloursOf(text), 'light')
  const logo = header && (await findImage(tenant.id, header.mail.hash))
  return {
    brand: {
      name: text.name,
      colour: day['--accent'],
      onColour: day['--on-accent'],
      ink: day['--accent-ink'],
      logo: header && logo && { width: header.mail.width, height: header.mail.height },
    },
    sender: text.senderName === '' ? text.name : text.senderName,
    logo: logo?.bytes ?? null,
  }
}
