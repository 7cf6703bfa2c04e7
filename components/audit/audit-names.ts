// The message keys for the verbs, fields and values of the audit log. A name that is missing here would be
// shown raw (scripts/checks/audit-names.ts).
import type { LabelKey } from '../../lib/i18n/message-key.ts'
import type { ConnectionState } from '../../lib/views/connection.ts'
import type { DomainState } from '../../lib/views/custom-domain.ts'
import type { DEVICE_TYPES } from '../../lib/views/device.ts'
import type { ActorKind, AuditOnlyVerb, AuditParam, ExportFormat } from '../../lib/views/audit.ts'
import { DEVICE_FIELDS } from '../../lib/views/device-fields.ts'
import { namesOf, SWITCHES as SWITCH_KINDS, type FieldList } from '../../lib/views/field-list.ts'
import type { MemberRow } from '../../lib/views/member.ts'
import type { Privilege } from '../../lib/views/user.ts'
import { SIGN_IN_FIELDS, USER_FIELDS } from '../../lib/views/user-fields.ts'
import type { Role } from '../../lib/views/viewer.ts'
import { OWN_VOICEMAIL_FIELDS, VOICEMAIL_FIELDS } from '../../lib/views/voicemail-fields.ts'

/** All verbs. */
export const VERBS = {
  'account.create': 'audit.verbs.account.create',
  'account.edit': 'audit.verbs.account.edit',
  'impersonation.start': 'audit.verbs.impersonation.start',
  'impersonation.change': 'audit.verbs.impersonation.change',
  'impersonation.end': 'audit.verbs.impersonation.end',
  'impersonation.policy': 'audit.verbs.impersonation.policy',
  'audit.export': 'audit.verbs.audit.export',
  'audit.settings': 'audit.verbs.audit.settings',
  'brand.edit': 'audit.verbs.brand.edit',
  'domain.add': 'audit.verbs.domain.add',
  'domain.edit': 'audit.verbs.domain.edit',
  'domain.remove': 'audit.verbs.domain.remove',
  'domain.live': 'audit.verbs.domain.live',
  'domain.suspended': 'audit.verbs.domain.suspended',
  'connection.disconnect': 'audit.verbs.connection.disconnect',
  'connection.edit': 'audit.verbs.connection.edit',
  'connection.export': 'audit.verbs.connection.export',
  'connection.keep': 'audit.verbs.connection.keep',
  'connection.remove': 'audit.verbs.connection.remove',
  'connection.signOn': 'audit.verbs.connection.signOn',
  'device.create': 'audit.verbs.device.create',
  'device.edit': 'audit.verbs.device.edit',
  'device.remove': 'audit.verbs.device.remove',
  'device.reboot': 'audit.verbs.device.reboot',
  'device.reveal': 'audit.verbs.device.reveal',
  'mailDomain.add': 'audit.verbs.mailDomain.add',
  'mailDomain.remove': 'audit.verbs.mailDomain.remove',
  'member.invite': 'audit.verbs.member.invite',
  'member.edit': 'audit.verbs.member.edit',
  'member.suspend': 'audit.verbs.member.suspend',
  'member.resume': 'audit.verbs.member.resume',
  'member.remove': 'audit.verbs.member.remove',
  'member.join': 'audit.verbs.member.join',
  'member.signOn': 'audit.verbs.member.signOn',
  'member.password': 'audit.verbs.member.password',
  'selfService.forward': 'audit.verbs.selfService.forward',
  'selfService.voicemail': 'audit.verbs.selfService.voicemail',
  'selfService.password': 'audit.verbs.selfService.password',
  'password.reset': 'audit.verbs.password.reset',
  'profile.edit': 'audit.verbs.profile.edit',
  'profile.password': 'audit.verbs.profile.password',
  'profile.factors': 'audit.verbs.profile.factors',
  'profile.sessions': 'audit.verbs.profile.sessions',
  'tenant.create': 'audit.verbs.tenant.create',
  'tenant.suspend': 'audit.verbs.tenant.suspend',
  'tenant.resume': 'audit.verbs.tenant.resume',
  'tenant.extend-trial': 'audit.verbs.tenant.extendTrial',
  'trial.start': 'audit.verbs.trial.start',
  'user.create': 'audit.verbs.user.create',
  'user.edit': 'audit.verbs.user.edit',
  'user.remove': 'audit.verbs.user.remove',
  'user.password': 'audit.verbs.user.password',
  'user.recovery': 'audit.verbs.user.recovery',
  'user.role': 'audit.verbs.user.role',
  'user.signIn': 'audit.verbs.user.signIn',
  'vmbox.edit': 'audit.verbs.vmbox.edit',
  'vmbox.remove': 'audit.verbs.vmbox.remove',
} as const satisfies Record<AuditOnlyVerb, string> & Record<string, string>

/** Whether the log has such a verb. */
export function isVerb(verb: string): verb is keyof typeof VERBS {
  return Object.hasOwn(VERBS, verb)
}

/** The names of parameters in the address of the audit log. */
export const PARAMS = {
  q: 'audit.filter.contains',
  who: 'audit.filter.who',
  verb: 'audit.filter.verb',
  about: 'audit.filter.about',
  outcome: 'audit.filter.outcome',
  from: 'audit.filter.from',
  to: 'audit.filter.to',
  ref: 'audit.filter.reference',
  before: 'audit.filter.page',
} as const satisfies Record<AuditParam, string>

/** The actors by whom the log can be filtered, besides the team. */
export const ACTORS = ['customer', 'operator', 'nobody'] as const satisfies readonly ActorKind[]

/** The nouns that the log can be filtered by. */
export const NOUNS = [
  'account',
  'device',
  'user',
  'vmbox',
  'impersonation',
  'connection',
  'member',
  'brand',
  'domain',
  'mailDomain',
  'profile',
  'password',
  'selfService',
  'audit',
  'tenant',
  'trial',
] as const

const LISTED: FieldList = {
  ...OWN_VOICEMAIL_FIELDS,
  ...VOICEMAIL_FIELDS,
  ...SIGN_IN_FIELDS,
  ...USER_FIELDS,
  ...DEVICE_FIELDS,
}

/** All fields: the label in the form where it is edited, or a label of the audit log. */
export const FIELDS: Readonly<Record<string, LabelKey>> = {
  ...Object.fromEntries(Object.entries(LISTED).map(([name, { label }]) => [name, label])),
  realm: 'accounts.form.realm',
  reason: 'impersonation.start.reason',
  ticket: 'impersonation.start.ticket',
  changes: 'impersonation.start.changes',
  primary: 'brand.look.colour.primary',
  accent: 'brand.look.colour.accent',
  darkColours: 'brand.look.darkColours',
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
  signIn: 'brand.images.signIn.title',
  header: 'brand.images.header.title',
  member: 'audit.fields.member',
  draft: 'audit.fields.draft',
  account: 'audit.fields.account',
  recovery: 'audit.fields.recovery',
  shown: 'impersonation.policy.shown',
  mailed: 'impersonation.policy.mailed',
  removalAt: 'audit.fields.removalAt',
  key: 'audit.fields.key',
  pendingEmail: 'audit.fields.pendingEmail',
  restores: 'audit.fields.restores',
  primaryDomain: 'audit.fields.primaryDomain',
  role: 'audit.fields.role',
  status: 'audit.fields.status',
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
  retentionDays: 'audit.fields.retentionDays',
  forwarding: 'audit.fields.forwarding',
  secret: 'audit.fields.secret',
  host: 'audit.fields.host',
  state: 'audit.fields.state',
  mailbox: 'audit.fields.mailbox',
}

const ROLE = {
  owner: 'shell.roles.owner',
  admin: 'shell.roles.admin',
  support: 'shell.roles.support',
  viewer: 'shell.roles.viewer',
} as const satisfies Record<Role, string>

/** The fields with a fixed set of values, and the label of each value. */
export const CHOICES = {
  role: ROLE,
  defaultRole: ROLE,
  privilege: { user: 'users.roles.user', admin: 'users.roles.admin' } as const satisfies Record<
    Privilege,
    string
  >,
  status: {
    invited: 'members.team.states.invited',
    active: 'members.team.states.active',
    suspended: 'members.team.states.suspended',
    removed: 'audit.values.removed',
  } as const satisfies Record<MemberRow['status'] | 'removed', string>,
  state: {
    pending: 'customDomains.states.pending',
    live: 'customDomains.states.live',
    suspended: 'customDomains.states.suspended',
  } as const satisfies Record<DomainState, string>,
  type: {
    sip_device: 'devices.types.sip_device',
    softphone: 'devices.types.softphone',
    cellphone: 'devices.types.cellphone',
    smartphone: 'devices.types.smartphone',
    landline: 'devices.types.landline',
    ata: 'devices.types.ata',
    fax: 'devices.types.fax',
    mobile: 'devices.types.mobile',
    sip_uri: 'devices.types.sip_uri',
    application: 'devices.types.application',
  } as const satisfies Record<(typeof DEVICE_TYPES)[number], string> & Record<string, string>,
  credentials: {
    user: 'connection.credentials.kinds.token',
    token: 'connection.credentials.kinds.token',
    'api key': 'connection.credentials.kinds.key',
    removed: 'audit.values.removed',
  } as const satisfies Record<NonNullable<ConnectionState['credentials']> | 'user' | 'removed', string>,
  key: { fetched: 'audit.values.fetched', pasted: 'audit.values.pasted' },
  ended: {
    one: 'audit.values.oneSession',
    'all others': 'audit.values.otherSessions',
    all: 'audit.values.allSessions',
  },
  passkey: { added: 'audit.values.added', removed: 'audit.values.removed' },
  recovery: { sent: 'audit.values.sent' },
  format: { csv: 'audit.export.csv', jsonl: 'audit.export.jsonl' } as const satisfies Record<
    ExportFormat,
    string
  >,
  darkColours: { calculated: 'brand.look.calculated', chosen: 'brand.look.chosen' },
} as const

/** Fields that hold an instant (ISO 8601). */
export const INSTANTS: ReadonlySet<string> = new Set(['removalAt', 'trialEndsAt'])

/** Fields that hold the hash of an image. */
export const IMAGES: ReadonlySet<string> = new Set(['signIn', 'header'])

/** Fields that are on or off; empty means off. */
export const SWITCHES: ReadonlySet<string> = new Set([
  ...namesOf(LISTED, SWITCH_KINDS),
  'required',
  'vouches',
  'changes',
])
