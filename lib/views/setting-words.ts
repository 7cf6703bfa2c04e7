// Lists the settings of Kazoo's schemas that have words of our own (lib/i18n/<language>/settings.json), in
// the order in which pages show them. Call recording has the same settings for every direction and network:
// the words of `any` are those of all.

/** Settings with a label and a help text. */
export const KNOWN_SETTINGS = [
  'call_restriction',
  'exclude_from_queues',
  'timezone',
  'language',
  'presence_id',
  'mwi_unsolicited_updates',
  'register_overwrite_notify',
  'suppress_unregister_notifications',
  'dial_plan',
  'outbound_flags',
  'flags',
  'feature_level',
  'verified',
  'directories',
  'formatters',
  'caller_id.asserted.name',
  'caller_id.asserted.number',
  'caller_id.asserted.realm',
  'caller_id_options.outbound_privacy',
  'call_forward.failover',
  'call_forward.substitute',
  'call_forward.ignore_early_media',
  'do_not_disturb.enabled',
  'call_waiting.enabled',
  'voicemail.notify.callback.number',
  'voicemail.notify.callback.attempts',
  'voicemail.notify.callback.interval_s',
  'voicemail.notify.callback.schedule',
  'voicemail.notify.callback.timeout_s',
  'voicemail.notify.callback.disabled',
  'ringtones.internal',
  'ringtones.external',
  'music_on_hold.media_id',
  'media.audio.codecs',
  'media.video.codecs',
  'media.encryption.enforce_security',
  'media.encryption.methods',
  'media.bypass_media',
  'media.fax_option',
  'media.ignore_early_media',
  'media.progress_timeout',
  'call_recording.any.any.enabled',
  'call_recording.any.any.format',
  'call_recording.any.any.time_limit',
  'call_recording.any.any.record_min_sec',
  'call_recording.any.any.record_on_answer',
  'call_recording.any.any.record_on_bridge',
  'call_recording.any.any.record_sample_rate',
  'call_recording.any.any.url',
  'sip.method',
  'sip.realm',
  'sip.ip',
  'sip.expire_seconds',
  'sip.invite_format',
  'sip.number',
  'sip.route',
  'sip.static_route',
  'sip.ignore_completed_elsewhere',
  'sip.custom_sip_headers',
  'sip.custom_sip_headers.in',
  'sip.custom_sip_headers.out',
  'provision.endpoint_brand',
  'provision.endpoint_family',
  'provision.endpoint_model',
  'provision.feature_keys',
  'provision.combo_keys',
  'hotdesk.users',
  'contact_list.exclude',
  'metaflows.binding_digit',
  'metaflows.digit_timeout',
  'metaflows.listen_on',
  'metaflows.numbers',
  'metaflows.patterns',
  'profile.title',
  'profile.role',
  'profile.assistant',
  'profile.birthday',
  'profile.nicknames',
  'profile.note',
  'profile.sort-string',
  'profile.addresses',
  'pronounced_name.media_id',
] as const

/** Groups of settings with a label. */
export const KNOWN_GROUPS = [
  'caller_id',
  'caller_id.asserted',
  'caller_id_options',
  'call_forward',
  'do_not_disturb',
  'call_waiting',
  'voicemail',
  'voicemail.notify',
  'voicemail.notify.callback',
  'ringtones',
  'music_on_hold',
  'media',
  'media.audio',
  'media.video',
  'media.encryption',
  'call_recording',
  'call_recording.any',
  'call_recording.inbound',
  'call_recording.outbound',
  'call_recording.any.any',
  'call_recording.any.onnet',
  'call_recording.any.offnet',
  'sip',
  'sip.custom_sip_headers',
  'provision',
  'hotdesk',
  'contact_list',
  'metaflows',
  'profile',
  'pronounced_name',
] as const

/** Choices of a setting, entries of a map and columns of a table with a label. */
const KNOWN_PARTS = [
  'call_restriction.choices.inherit',
  'call_restriction.choices.allow',
  'call_restriction.choices.deny',
  'caller_id_options.outbound_privacy.choices.full',
  'caller_id_options.outbound_privacy.choices.name',
  'caller_id_options.outbound_privacy.choices.number',
  'caller_id_options.outbound_privacy.choices.none',
  'media.bypass_media.choices.auto',
  'sip.method.choices.password',
  'sip.method.choices.ip',
  'metaflows.listen_on.choices.both',
  'metaflows.listen_on.choices.self',
  'metaflows.listen_on.choices.peer',
  'call_restriction.entries.tollfree_us',
  'call_restriction.entries.toll_us',
  'call_restriction.entries.emergency',
  'call_restriction.entries.caribbean',
  'call_restriction.entries.did_us',
  'call_restriction.entries.international',
  'call_restriction.entries.unknown',
  'dial_plan.columns.name',
  'dial_plan.columns.description',
  'dial_plan.columns.prefix',
  'dial_plan.columns.suffix',
] as const

export type KnownSetting = (typeof KNOWN_SETTINGS)[number]
export type KnownGroup = (typeof KNOWN_GROUPS)[number]
export type KnownPart = (typeof KNOWN_PARTS)[number]

/** The setting at a path of Kazoo's keys, if there are words for it. */
export function knownSetting(path: readonly string[]): KnownSetting | null {
  const key = commonKey(path)
  return KNOWN_SETTINGS.find((known) => known === key) ?? null
}

/** The group at a path of Kazoo's keys, if there are words for it. */
export function knownGroup(path: readonly string[]): KnownGroup | null {
  const key = commonKey(path)
  return KNOWN_GROUPS.find((known) => known === key) ?? null
}

/** A choice, an entry or a column of a setting, if there are words for it. */
export function knownPart(
  setting: string,
  part: 'choices' | 'entries' | 'columns',
  key: string,
): KnownPart | null {
  return KNOWN_PARTS.find((known) => known === `${setting}.${part}.${key}`) ?? null
}

/** The position of a setting on a page; unknown ones come last. */
export function settingRank(path: readonly string[]): number {
  return rankIn(KNOWN_SETTINGS, commonKey(path))
}

/** The position of a group on a page: ungrouped settings come first, unknown groups last. */
export function groupRank(group: string): number {
  return group === '' ? -1 : rankIn(KNOWN_GROUPS, group)
}

function rankIn(known: readonly string[], key: string): number {
  const at = known.indexOf(key)
  return at === -1 ? known.length : at
}

/** `call_recording.inbound.onnet.url` has the words of `call_recording.any.any.url`. */
function commonKey(path: readonly string[]): string {
  const [first, , network, ...setting] = path
  if (first !== 'call_recording' || network === undefined) return path.join('.')
  return [first, 'any', ...(setting.length === 0 ? [network] : ['any', ...setting])].join('.')
}
