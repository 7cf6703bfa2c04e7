import { getMessages } from 'next-intl/server'
import type { Catalogue } from '../lib/i18n/catalogue.ts'

const ENTRY = ['form', 'problem', 'rules', 'signIn', 'ui'] as const
const CUSTOMER = [...ENTRY, 'customer'] as const
const TRIAL = [...ENTRY, 'trial'] as const
const PORTAL = [...ENTRY, 'accounts', 'devices', 'shell', 'table'] as const
const CONNECTION = [...PORTAL, 'connection', 'trial'] as const
const IMPERSONATION = [...PORTAL, 'impersonation'] as const
const SETTINGS = [...PORTAL, 'schema'] as const
const AUDIT = [...PORTAL, 'audit'] as const
const SELF_SERVICE = [...PORTAL, 'selfService'] as const
const MEMBERS = [...PORTAL, 'members'] as const
const BRAND = [...PORTAL, 'brand'] as const
const CUSTOM_DOMAINS = [...BRAND, 'customDomains'] as const
const USERS = [...PORTAL, 'users'] as const
/** For what stands in place of a page, inside the frame. */
const OUTAGE = ['outage'] as const
const NAMESPACES = {
  entry: ENTRY,
  customer: CUSTOMER,
  trial: TRIAL,
  portal: PORTAL,
  connection: CONNECTION,
  members: MEMBERS,
  selfService: SELF_SERVICE,
  users: USERS,
  settings: SETTINGS,
  brand: BRAND,
  customDomains: CUSTOM_DOMAINS,
  impersonation: IMPERSONATION,
  audit: AUDIT,
  outage: OUTAGE,
} as const

/** The part of the catalogue that is sent to the browser: what the client components of these pages need. */
export async function messagesFor(pages: keyof typeof NAMESPACES): Promise<Partial<Catalogue>> {
  const messages = await getMessages()
  return Object.fromEntries(NAMESPACES[pages].map((name) => [name, messages[name]]))
}
