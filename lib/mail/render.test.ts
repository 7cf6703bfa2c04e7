import { expect, test } from 'vitest'
import { seal } from '../sealed.ts'
import { LANGUAGES } from '../views/language.ts'
import { LINK_OF, type Mail } from './kinds.ts'
import { renderMail } from './render.ts'

const at = '2026-11-22T07:30:00.000Z'
const MAILS: readonly Mail[] = [
  { kind: 'setPassword', company: 'Acme' },
  { kind: 'forgotPassword' },
  { kind: 'invitation', inviter: 'Olga Owner', company: 'Acme' },
  { kind: 'emailChange' },
  { kind: 'emailChangeNotice', newEmail: 'new@example.com' },
  { kind: 'passwordChanged', at },
  ...(['totpOn', 'totpOff', 'recoveryCodes', 'passkeyAdded', 'passkeyRemoved', 'sessionsEnded'] as const).map(
    (what) => ({ kind: 'securityChanged', what, at }) as const,
  ),
  { kind: 'trialEnding', days: 7, endsAt: at },
  { kind: 'trialEnding', days: 1, endsAt: at },
  { kind: 'trialEnded' },
  { kind: 'credentialsStopped', since: at },
  { kind: 'domainSuspended', host: 'portal.acme.example', since: at },
  { kind: 'mailDomainUnproved', domain: 'acme.example' },
  { kind: 'apiKeyWorks' },
  { kind: 'alreadyRegistered' },
  { kind: 'impersonated', member: 'Olga Owner', reason: 'The phone is silent', changes: false, at },
  { kind: 'impersonated', member: 'Olga Owner', reason: 'The phone is silent', changes: true, at },
  { kind: 'test' },
]
const token = 'A'.repeat(43)
const brand = { name: 'Acme Telecom', colour: '#0b5c73', onColour: '#ffffff', ink: '#0b5c73', logo: null }

function render(mail: Mail, more: Partial<Parameters<typeof renderMail>[0]> = {}) {
  const link = {
    address: seal<'link address'>(`https://acme.example/link/${token}`),
    issuedAt: new Date(at),
    expiresAt: new Date('2026-11-22T08:30:00.000Z'),
  }
  const to = { name: 'Jo Müller', email: 'jo@example.com' }
  return renderMail({
    mail,
    to,
    language: 'en',
    brand,
    sender: null,
    origin: 'https://acme.example',
    link: LINK_OF[mail.kind] === undefined ? null : link,
    ...more,
  })
}

test('every mail is complete in every language, as text and as HTML, and no two languages have the same text', async () => {
  for (const mail of MAILS) {
    const subjects = new Set<string>()
    for (const language of LANGUAGES) {
      const { subject, text, html } = await render(mail, { language })
      subjects.add(subject)
      expect(html).toContain(`lang="${language}"`)
      for (const form of [subject, text, html]) {
        // A key that is missing shows as its path; an argument that is missing shows in braces.
        expect(form).not.toMatch(/(?<![-\w])mail\.\w|frame\.\w|\{\w+|undefined|Invalid Date/)
      }
      expect(text).toContain('Jo Müller')
      expect(text).toContain('Acme Telecom')
      if (LINK_OF[mail.kind] !== undefined) {
        expect(text).toContain(`https://acme.example/link/${token}`)
        expect(html).toContain(`href="https://acme.example/link/${token}"`)
        expect(text).toContain('60')
      } else {
        expect(text + html).not.toContain('/link/')
      }
    }
    expect(subjects.size).toBe(LANGUAGES.length)
  }
})

test('an invitation says until when it can be accepted, in the words of each language', async () => {
  const address = seal<'link address'>(`https://acme.example/link/${token}`)
  const link = { address, issuedAt: new Date(at), expiresAt: new Date('2026-11-29T07:30:00.000Z') }
  const until = async (language: 'en' | 'de' | 'es' | 'fr') =>
    (await render({ kind: 'invitation', inviter: 'Olga Owner', company: 'Acme' }, { language, link })).text
  expect(await until('en')).toContain('The link works once, until November 29, 2026 at 07:30 AM UTC.')
  expect(await until('de')).toContain('Der Link gilt einmal, bis 29. November 2026 um 07:30 UTC.')
  expect(await until('es')).toContain('sola vez, hasta el 29 de noviembre de 2026 a las 07:30 UTC.')
  expect(await until('fr')).toContain('une seule fois, jusqu’au 29 novembre 2026 à 07:30 UTC.')
})

test('days are counted as the language counts them', async () => {
  const week = await render({ kind: 'trialEnding', days: 7, endsAt: at }, { language: 'de' })
  const day = await render({ kind: 'trialEnding', days: 1, endsAt: at }, { language: 'de' })
  expect([week.subject, day.subject]).toEqual([
    'Ihre Testphase endet in 7 Tagen',
    'Ihre Testphase endet in einem Tag',
  ])
  expect(day.text).toContain('22. November 2026')
})

test('a hostile name stays a name: no markup, no further line, no link, no changed direction', async () => {
  const name =
    '<img src=x onerror=alert(1)>\r\nBcc: all@example.com\n\n<a href="https://evil.example/">Win</a> \u202Etxt evil.example'
  const mail = await render(
    { kind: 'invitation', inviter: name, company: name },
    { to: { name, email: 'jo@example.com' }, brand: { ...brand, name } },
  )
  expect(mail.subject).not.toMatch(/[\r\n\u202E]/)
  expect(mail.html).not.toMatch(/<img|<a href="https:\/\/evil/)
  expect(mail.text).not.toMatch(/^Bcc:/m)
  for (const form of [mail.subject, mail.text, mail.html]) {
    expect(form).not.toContain('evil.example')
    expect(form).not.toContain('https://evil')
    expect(form).not.toContain('\u202E')
  }
})

test('a very long name is cut, and an empty one is not greeted', async () => {
  const long = await render({ kind: 'test' }, { to: { name: 'n'.repeat(5_000), email: 'jo@example.com' } })
  expect(long.text.length).toBeLessThan(1_000)
  const nobody = await render({ kind: 'test' }, { to: { name: '', email: 'jo@example.com' } })
  expect(nobody.text).toContain('Hello,\n')
})

test('a mail loads nothing from anywhere, so that no server learns who read it', async () => {
  for (const mail of MAILS) {
    const { html } = await render(mail)
    expect(html).not.toMatch(/<(?:img|script|link|iframe)\b|url\(|@import|@font-face/)
  }
})

test('a brand shows in its mails: its colours, its attached logo, and the name of the sender', async () => {
  const own = {
    name: 'Label',
    colour: '#ffe600',
    onColour: '#0b1215',
    ink: '#6b6100',
    logo: { width: 336, height: 72 },
  }
  const { html, sender } = await render(
    { kind: 'forgotPassword' },
    { brand: own, sender: 'Label\r\nBcc: x@y' },
  )
  expect(html).toMatch(/<img[^>]* alt="Label"[^>]* src="cid:logo@portal"/)
  expect(html).toMatch(/<img[^>]* width="168"/)
  expect(html).toContain('background-color:#ffe600')
  expect(html).toContain('color:#0b1215')
  expect(html.match(/src="(?!cid:)/g)).toBeNull()
  expect(sender).toBe('Label Bcc x y')
})
