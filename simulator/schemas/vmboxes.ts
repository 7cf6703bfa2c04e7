// Schema `vmboxes` of Kazoo 4.3: keys, types, bounds and defaults.
import { arr, bool, int, obj, oneOfText, ref, str } from './define.ts'

export const vmboxes = obj(
  {
    announcement_only: bool(false),
    check_if_owner: bool(true),
    delete_after_notify: bool(false),
    flags: arr(str()),
    include_message_on_notify: bool(true),
    include_transcription_on_notify: bool(true),
    is_setup: bool(false),
    is_voicemail_ff_rw_enabled: bool(false),
    mailbox: str(1, 30),
    media: obj(
      {
        unavailable: str(32, 32),
      },
      { default: {} },
    ),
    media_extension: oneOfText(['mp3', 'mp4', 'wav'], { default: 'mp3' }),
    name: str(1, 128),
    not_configurable: bool(false),
    notify: obj({
      callback: ref('notify.callback'),
    }),
    notify_email_addresses: arr(str(undefined, undefined, { format: 'email' }), { default: [] }),
    oldest_message_first: bool(false),
    owner_id: str(32, 32),
    pin: str(4, 6),
    require_pin: bool(false),
    save_after_notify: bool(false),
    seek_duration_ms: int({ default: 10000, minimum: 0 }),
    skip_envelope: bool(false),
    skip_greeting: bool(false),
    skip_instructions: bool(false),
    timezone: str(5, 32),
    transcribe: bool(false),
  },
  { required: ['mailbox', 'name'] },
)
