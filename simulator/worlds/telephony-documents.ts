// Voicemail boxes, callflows and numbers as Kazoo would have stored them.
import type { Doc } from '../store.ts'
import { hexFrom } from './dice.ts'
import { privates } from './documents.ts'

/** A voicemail box with the defaults of its schema. */
export function vmboxDoc(seed: string, account: string, createdAt: number, own: Doc & { _id: string }): Doc {
  const made = hexFrom(seed, `vmbox doc/${own['_id']}`, 128)
  return {
    _rev: `1-${made.slice(0, 32)}`,
    announcement_only: false,
    check_if_owner: true,
    delete_after_notify: false,
    include_message_on_notify: true,
    include_transcription_on_notify: true,
    is_setup: false,
    is_voicemail_ff_rw_enabled: false,
    media: {},
    media_extension: 'mp3',
    not_configurable: false,
    notify_email_addresses: [],
    oldest_message_first: false,
    require_pin: false,
    save_after_notify: false,
    seek_duration_ms: 10_000,
    skip_envelope: false,
    skip_greeting: false,
    skip_instructions: false,
    transcribe: false,
    ...own,
    ...privates('vmbox', account, createdAt, made),
  }
}

export function callflowDoc(
  seed: string,
  account: string,
  createdAt: number,
  own: Doc & { _id: string },
): Doc {
  const made = hexFrom(seed, `callflow doc/${own['_id']}`, 128)
  return {
    _rev: `1-${made.slice(0, 32)}`,
    patterns: [],
    ...own,
    ...privates('callflow', account, createdAt, made),
  }
}

/** A number in service, rung by the account's callflow. */
export function numberDoc(seed: string, account: string, createdAt: number, number: string): Doc {
  const made = hexFrom(seed, `number doc/${account}/${number}`, 128)
  return {
    _id: number,
    _rev: `1-${made.slice(0, 32)}`,
    ...privates('number', account, createdAt, made),
    pvt_assigned_to: account,
    pvt_features: {},
    pvt_module_name: 'knm_local',
    pvt_ported_in: false,
    pvt_state: 'in_service',
    pvt_used_by: 'callflow',
  }
}
