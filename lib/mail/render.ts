// Renders a mail of the outbox: the words, the links, the HTML and the text. A link's secret is unsealed here
// and nowhere else.
import 'server-only'
import { unseal, type Sealed } from '../sealed.ts'
import type { Language } from '../views/language.ts'
import type { MailBrand, MailPage } from './frame.tsx'
import { LINK_OF, PAGE_OF, type Mail } from './kinds.ts'
import { mailContentOf } from './content.ts'
import { nameInMail } from './names.ts'
import { mailMessages, type MailMessages } from './messages.ts'

/**
 * Everything that a mail is made of. `origin` is the tenant's own; `link` is set for the mails of LINK_OF,
 * and null for all others.
 */
export type MailParts = {
  mail: Mail
  to: { name: string; email: string }
  language: Language
  brand: MailBrand
  /** The sender that the tenant chose; null: the operator of the portal. */
  sender: string | null
  origin: string
  link: MailLink | null
}

/** A single-use link, and for how long it can be used. */
type MailLink = { address: Sealed<'link address'>; issuedAt: Date; expiresAt: Date }

/** `sender` is the name of the sender, where that is not the operator's. */
export type RenderedMail = { subject: string; text: string; html: string; sender?: string }

/**
 * The mail, ready to be sent. Names in it stay names: neither markup nor links nor further lines of its head.
 */
export async function renderMail(parts: MailParts): Promise<RenderedMail> {
  const page = await pageOf(parts)
  // Loaded when the first mail is sent: React Email takes a second and 50 MB that a start should not wait
  // for.
  const [{ render }, { createElement }, { MailFrame }] = await Promise.all([
    import('@react-email/render'),
    import('react'),
    import('./frame.tsx'),
  ])
  return {
    subject: page.subject,
    text: textOf(page),
    html: await render(createElement(MailFrame, page)),
    ...(parts.sender !== null && { sender: nameInMail(parts.sender) }),
  }
}

async function pageOf({ mail, to, language, brand, origin, link }: MailParts): Promise<MailPage> {
  const messages = await mailMessages(language)
  const { t } = messages
  const content = mailContentOf(messages, mail)
  const name = nameInMail(to.name)
  const href = link === null ? pageAddress(mail, origin) : unseal(link.address)
  const singleUse = link === null ? [] : [validity(messages, link)]
  // To change an address again, the member requests it where they did before.
  const askAgain = link === null || LINK_OF[mail.kind] === 'e-mail change' ? [] : [t('frame.again')]
  return {
    language,
    brand: { ...brand, name: nameInMail(brand.name) },
    subject: content.subject,
    greeting: name === '' ? t('frame.helloNobody') : t('frame.hello', { name }),
    before: content.before,
    action:
      content.action === null || href === null
        ? null
        : { label: content.action, href, copy: t('frame.copy') },
    after: [[...singleUse, ...askAgain].join(' '), ...content.after].filter(Boolean),
    footer: t('frame.why', { email: to.email, brand: nameInMail(brand.name) }),
  }
}

const DAY_MINUTES = 24 * 60

/** How often and until when a link can be used: for less than a day in minutes, otherwise by its last day. */
function validity({ t, instant }: MailMessages, { issuedAt, expiresAt }: MailLink): string {
  const minutes = Math.round((expiresAt.getTime() - issuedAt.getTime()) / 60_000)
  return minutes < DAY_MINUTES
    ? t('frame.once', { minutes })
    : t('frame.until', { at: instant(expiresAt.toISOString()) })
}

function pageAddress(mail: Mail, origin: string): string | null {
  const page = PAGE_OF[mail.kind]
  return page === undefined ? null : origin + page
}

function textOf({ greeting, before, action, after, footer }: MailPage): string {
  const button = action === null ? [] : [`${action.label}:\n${action.href}`]
  return `${[greeting, ...before, ...button, ...after, '-- ', footer].join('\n\n')}\n`
}
