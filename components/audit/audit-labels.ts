import { useLocale, useMessages, useTranslations } from 'next-intl'
import { createTranslator } from 'use-intl/core'
import type { AuditChange } from '../../lib/views/audit.ts'
import type { MessageKey } from '../../lib/i18n/message-key.ts'

/** Every verb of the trail that has words of its own; one that has none is shown as it is written. */
const VERBS = [
  ...(['account.create', 'account.admin', 'account.edit', 'act.begin', 'act.change', 'act.end'] as const),
  ...(['audit.export', 'audit.settings', 'brand.edit', 'domain.add', 'domain.edit'] as const),
  ...(['domain.remove', 'domain.live', 'domain.suspended', 'connection.edit'] as const),
  ...(['connection.export', 'connection.remove'] as const),
  ...(['connection.signOn', 'device.create', 'device.edit', 'device.remove', 'device.reboot'] as const),
  ...(['device.reveal', 'member.invite', 'member.edit', 'member.suspend', 'member.remove'] as const),
  ...(['member.join', 'member.signOn', 'member.password', 'own.forward', 'own.voicemail'] as const),
  ...(['own.password', 'password.reset', 'profile.edit', 'profile.password'] as const),
  ...(['profile.factors', 'profile.sessions', 'tenant.create', 'tenant.suspend'] as const),
  ...(['tenant.resume', 'tenant.extendTrial', 'trial.start', 'user.create', 'user.edit'] as const),
  ...(['user.remove', 'user.password', 'user.role', 'user.signIn', 'vmbox.edit', 'vmbox.remove'] as const),
]

/** The nouns by which one can filter. */
export const NOUNS = [
  'account',
  'device',
  'user',
  'vmbox',
  'act',
  'connection',
  'member',
  'brand',
  'domain',
  'profile',
  'own',
  'audit',
  'tenant',
] as const

/** Fields by the words of the forms in which they are changed; what no form has says the trail itself. */
const FIELDS = {
  name: 'devices.form.name',
  owner: 'devices.form.owner',
  macAddress: 'devices.form.macAddress',
  enabled: 'devices.form.enabled',
  sipUsername: 'devices.form.sip.username',
  sipPassword: 'devices.form.sip.password',
  forwardEnabled: 'devices.form.forward.enabled',
  forwardNumber: 'devices.form.forward.number',
  forwardKeepCallerId: 'devices.form.forward.keepCallerId',
  forwardRequireKeypress: 'devices.form.forward.requireKeypress',
  forwardDirectCallsOnly: 'devices.form.forward.directCallsOnly',
  internalName: 'devices.form.callerId.internalName',
  internalNumber: 'devices.form.callerId.internalNumber',
  externalName: 'devices.form.callerId.externalName',
  externalNumber: 'devices.form.callerId.externalNumber',
  emergencyName: 'devices.form.callerId.emergencyName',
  emergencyNumber: 'devices.form.callerId.emergencyNumber',
  forwardSubstitute: 'users.form.forward.substitute',
  forwardIgnoreEarlyMedia: 'users.form.forward.ignoreEarlyMedia',
  forwardFailover: 'users.form.forward.failover',
  doNotDisturb: 'users.form.doNotDisturb',
  callWaiting: 'users.form.callWaiting',
  voicemailToEmail: 'users.form.voicemailToEmail',
  contactListExclude: 'users.form.contactListExclude',
  hotdeskEnabled: 'users.form.hotdesk.enabled',
  hotdeskId: 'users.form.hotdesk.id',
  hotdeskPin: 'users.form.hotdesk.pin',
  hotdeskRequirePin: 'users.form.hotdesk.requirePin',
  hotdeskKeepLoggedIn: 'users.form.hotdesk.keepLoggedIn',
  internalRingtone: 'users.form.ringtones.internal',
  externalRingtone: 'users.form.ringtones.external',
  pin: 'users.box.pin',
  requirePin: 'users.box.requirePin',
  notifyAddresses: 'users.box.addresses',
  includeMessage: 'users.box.includeMessage',
  deleteAfterNotify: 'users.box.deleteAfterNotify',
  realm: 'accounts.form.realm',
  timezone: 'accounts.form.timezone',
  firstName: 'accounts.form.new.firstName',
  lastName: 'accounts.form.new.lastName',
  email: 'accounts.form.new.email',
  username: 'accounts.form.new.username',
  password: 'accounts.form.new.password',
  reason: 'impersonation.begin.reason',
  ticket: 'impersonation.begin.ticket',
  changes: 'impersonation.begin.changes',
  primary: 'brand.look.colour.primary',
  accent: 'brand.look.colour.accent',
  darkColours: 'brand.look.twins',
  primaryDark: 'brand.look.colour.primaryDark',
  accentDark: 'brand.look.colour.accentDark',
  welcome: 'brand.look.welcome',
  senderName: 'brand.look.senderName',
  supportEmail: 'brand.look.supportEmail',
  supportPhone: 'brand.look.supportPhone',
  supportLink: 'brand.look.supportLink',
  terms: 'brand.look.terms',
  privacy: 'brand.look.privacy',
  imprint: 'brand.look.imprint',
  signIn: 'brand.pictures.signIn.title',
  header: 'brand.pictures.header.title',
  member: 'audit.fields.member',
  draft: 'audit.fields.draft',
  account: 'audit.fields.account',
  recovery: 'audit.fields.recovery',
  removalAt: 'audit.fields.removalAt',
  key: 'audit.fields.key',
  pendingEmail: 'audit.fields.pendingEmail',
  restores: 'audit.fields.restores',
  primaryDomain: 'audit.fields.primaryDomain',
  role: 'audit.fields.role',
  status: 'audit.fields.status',
  language: 'audit.fields.language',
  address: 'audit.fields.address',
  origin: 'audit.fields.origin',
  credentials: 'audit.fields.credentials',
  type: 'audit.fields.type',
  trialEndsAt: 'audit.fields.trialEndsAt',
  issuer: 'audit.fields.issuer',
  clientId: 'audit.fields.clientId',
  clientSecret: 'audit.fields.clientSecret',
  domains: 'audit.fields.domains',
  defaultRole: 'audit.fields.defaultRole',
  required: 'audit.fields.required',
  vouches: 'audit.fields.vouches',
  verified: 'audit.fields.verified',
  ended: 'audit.fields.ended',
  totp: 'audit.fields.totp',
  recoveryCodes: 'audit.fields.recoveryCodes',
  passkey: 'audit.fields.passkey',
  format: 'audit.fields.format',
  filter: 'audit.fields.filter',
  retentionDays: 'audit.fields.keepDays',
  out: 'audit.fields.out',
  secret: 'audit.fields.secret',
  host: 'audit.fields.host',
  state: 'audit.fields.state',
  privilege: 'audit.fields.privilege',
  extension: 'audit.fields.extension',
  mailbox: 'audit.fields.mailbox',
} as const

const SWITCHES =
  /^(?:enabled|forward(?!Number)\w+|required|doNotDisturb|callWaiting|voicemailToEmail|contactListExclude|hotdesk(?!Id|Pin)\w+|requirePin|includeMessage|deleteAfterNotify|changes)$/

/** What was done, in a few words. */
export function useVerbLabel(): (verb: string) => string {
  const t = useTranslations('audit.verbs')
  return (verb) => {
    const known = VERBS.find(
      (each) => each === (verb === 'tenant.extend-trial' ? 'tenant.extendTrial' : verb),
    )
    return known === undefined ? verb : t(known)
  }
}

/** The name of a field. */
export function useFieldLabel(): (field: string) => string {
  const t = useTranslations()
  return (field) => (isField(field) ? t(FIELDS[field]) : field)
}

function isField(field: string): field is keyof typeof FIELDS {
  return Object.hasOwn(FIELDS, field)
}

/** A value of a field: a switch is on or off, and what is empty says so. */
export function useValueLabel(): (field: string, value: string) => string {
  const t = useTranslations('audit.values')
  return (field, value) => {
    if (value === 'on') return t('on')
    if (value === 'off' || (value === '' && SWITCHES.test(field))) return t('off')
    if (value === '') return t(field === 'retentionDays' ? 'ever' : 'empty')
    return value
  }
}

/** One change in one line. */
export function useChangeLine(): (change: AuditChange) => string {
  const t = useTranslations('audit')
  const [fieldLabel, valueLabel] = [useFieldLabel(), useValueLabel()]
  return ({ field, before, after, secret }) => {
    const name = fieldLabel(field)
    if (secret) return t('changeOne', { field: name, value: t('values.secret') })
    if (before !== null && after !== null) {
      return t('change', { field: name, before: valueLabel(field, before), after: valueLabel(field, after) })
    }
    return t('changeOne', { field: name, value: valueLabel(field, after ?? before ?? '') })
  }
}

/** Why something failed: only the key of the sentence was kept, so that one with gaps says no more than that it was refused. */
export function useOutcomeLabel(): (outcome: string) => string {
  const [locale, messages] = [useLocale(), useMessages()]
  const refused = useTranslations('audit.event')('refused')
  const t = createTranslator({
    locale,
    messages,
    onError: () => undefined,
    getMessageFallback: () => refused,
  })
  return (outcome) => (isSentence(outcome) ? t(outcome) : outcome)
}

function isSentence(text: string): text is MessageKey {
  return /^(?:messages|rules)\.[a-zA-Z.]+$/.test(text)
}
