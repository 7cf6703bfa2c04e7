// Schema `devices` of Kazoo 4.3: keys, types, bounds and defaults.
import { arr, bool, int, obj, oneOfText, ref, str } from './define.ts'

export const devices = obj(
  {
    call_forward: obj({
      direct_calls_only: bool(false),
      enabled: bool(false),
      failover: bool(false),
      ignore_early_media: bool(true),
      keep_caller_id: bool(true),
      number: str(undefined, 15),
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
    device_type: str(),
    dial_plan: ref('dialplans'),
    do_not_disturb: obj({
      enabled: bool(),
    }),
    enabled: bool(true),
    exclude_from_queues: bool(false),
    flags: arr(str()),
    formatters: ref('formatters'),
    hotdesk: obj({
      users: obj(
        {},
        {
          patternProperties: {
            '^[a-zA-Z0-9]{32}$': obj({}),
          },
        },
      ),
    }),
    language: str(),
    mac_address: str(),
    media: ref('endpoint.media'),
    metaflows: ref('metaflows'),
    music_on_hold: obj(
      {
        media_id: str(undefined, 2048),
      },
      { default: {} },
    ),
    mwi_unsolicited_updates: bool(true),
    name: str(1, 128),
    outbound_flags: {
      oneOf: [
        arr(str()),
        obj({
          dynamic: arr(str()),
          static: arr(str()),
        }),
      ],
    },
    owner_id: str(32, 32),
    presence_id: str(),
    provision: obj({
      check_sync_event: str(),
      check_sync_reboot: str(),
      check_sync_reload: str(),
      combo_keys: obj(
        {},
        {
          patternProperties: {
            '^[0-9]+$': ref('devices.combo_key'),
          },
        },
      ),
      endpoint_brand: str(),
      endpoint_family: str(),
      endpoint_model: { type: ['string', 'integer'] },
      feature_keys: obj(
        {},
        {
          patternProperties: {
            '^[0-9]+$': ref('devices.combo_key'),
          },
        },
      ),
    }),
    register_overwrite_notify: bool(false),
    ringtones: obj(
      {
        external: str(undefined, 256),
        internal: str(undefined, 256),
      },
      { default: {} },
    ),
    sip: obj(
      {
        custom_sip_headers: obj(
          {},
          {
            anyOf: [
              ref('custom_sip_headers'),
              {
                properties: {
                  in: ref('custom_sip_headers'),
                  out: ref('custom_sip_headers'),
                },
              },
            ],
          },
        ),
        expire_seconds: int({ default: 300 }),
        ignore_completed_elsewhere: bool(),
        invite_format: oneOfText(['username', 'npan', '1npan', 'e164', 'route', 'contact'], {
          default: 'contact',
        }),
        ip: str(),
        method: oneOfText(['password', 'ip'], { default: 'password' }),
        number: str(),
        password: str(5, 32),
        realm: str(4, 253, { pattern: '^[.\\w_-]+$' }),
        route: str(),
        static_route: str(),
        username: str(2, 32),
      },
      { default: {} },
    ),
    suppress_unregister_notifications: bool(false),
    timezone: str(),
  },
  { required: ['name'] },
)
