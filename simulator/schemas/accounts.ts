// Schema `accounts` of Kazoo 4.3: keys, types, bounds and defaults.
import { arr, bool, int, obj, oneOfText, ref, str } from './define.ts'

export const accounts = obj(
  {
    blacklists: arr(str(), { uniqueItems: true }),
    call_recording: obj(
      {
        account: ref('call_recording'),
        endpoint: ref('call_recording'),
      },
      { additionalProperties: false },
    ),
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
      show_rate: bool(),
    }),
    dial_plan: ref('dialplans'),
    do_not_disturb: obj({
      enabled: bool(),
    }),
    enabled: bool(true),
    flags: arr(str()),
    formatters: ref('formatters'),
    language: str(),
    metaflows: ref('metaflows'),
    music_on_hold: obj(
      {
        media_id: str(undefined, 2048),
      },
      { default: {} },
    ),
    name: str(1, 128),
    notifications: obj({
      first_occurrence: obj({
        sent_initial_call: bool(false),
        sent_initial_registration: bool(false),
      }),
      low_balance: obj({
        enabled: bool(),
        last_notification: int(),
        sent_low_balance: bool(),
        threshold: { type: 'number' },
      }),
    }),
    org: str(),
    preflow: obj(
      {
        always: str(),
      },
      { additionalProperties: false, default: {} },
    ),
    realm: str(4, 253, { pattern: '^[.\\w-]+$' }),
    ringtones: obj(
      {
        external: str(undefined, 256),
        internal: str(undefined, 256),
      },
      { default: {} },
    ),
    timezone: str(5, 32),
    topup: obj({
      threshold: { type: 'number' },
    }),
    voicemail: obj({
      notify: obj({
        callback: ref('notify.callback'),
      }),
    }),
    zones: obj({}),
  },
  { required: ['name'] },
)
