// Schema `users` of Kazoo 4.3: keys, types, bounds and defaults.
import { arr, bool, obj, oneOfText, ref, str } from './define.ts'

export const users = obj(
  {
    call_forward: obj({
      direct_calls_only: bool(false),
      enabled: bool(false),
      failover: bool(false),
      ignore_early_media: bool(true),
      keep_caller_id: bool(true),
      number: str(undefined, 35),
      require_keypress: bool(true),
      substitute: bool(true),
    }),
    call_recording: ref('call_recording'),
    call_restriction: obj(
      {},
      {
        additionalProperties: obj({
          action: oneOfText(['inherit', 'deny']),
        }),
        default: {},
      },
    ),
    call_waiting: ref('call_waiting'),
    caller_id: ref('caller_id'),
    caller_id_options: obj({
      outbound_privacy: oneOfText(['full', 'name', 'number', 'none']),
    }),
    contact_list: obj(
      {
        exclude: bool(),
      },
      { default: {} },
    ),
    dial_plan: ref('dialplans'),
    directories: obj({}),
    do_not_disturb: obj({
      enabled: bool(),
    }),
    email: str(3, 254, { format: 'email' }),
    enabled: bool(true),
    feature_level: str(),
    first_name: str(1, 128),
    flags: arr(str()),
    formatters: ref('formatters', { type: 'object' }),
    hotdesk: obj(
      {
        enabled: bool(false),
        id: str(undefined, 15),
        keep_logged_in_elsewhere: bool(false),
        pin: str(4, 15),
        require_pin: bool(false),
      },
      { default: {} },
    ),
    language: str(),
    last_name: str(1, 128),
    media: ref('endpoint.media'),
    metaflows: ref('metaflows'),
    music_on_hold: obj(
      {
        media_id: str(undefined, 128),
      },
      { default: {} },
    ),
    password: str(),
    presence_id: str(),
    priv_level: oneOfText(['user', 'admin'], { default: 'user' }),
    profile: ref('profile'),
    pronounced_name: obj({
      media_id: str(undefined, 128),
    }),
    require_password_update: bool(false),
    ringtones: obj(
      {
        external: str(undefined, 256),
        internal: str(undefined, 256),
      },
      { default: {} },
    ),
    timezone: str(),
    username: str(1, 256, { pattern: '^([+@.\\w_-]+)$' }),
    verified: bool(false),
    vm_to_email_enabled: bool(true),
    voicemail: obj({
      notify: obj({
        callback: ref('notify.callback'),
      }),
    }),
  },
  { required: ['first_name', 'last_name'] },
)
