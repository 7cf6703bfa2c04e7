// The differences of 5.0 (master) from 4.3, as its server showed them.
import type { Changes } from './amend.ts'
import { oneOfText, str } from './define.ts'

export const changesOf50: Changes = {
  accounts: { blacklists: null },
  'endpoint.media': { bypass_media: { oneOf: [{ type: 'boolean' }, { type: 'string', enum: ['auto'] }] } },
  devices: {
    'call_forward.number': str(undefined, 35),
    'provision.check_sync_event': null,
    'provision.check_sync_reboot': null,
    'provision.check_sync_reload': null,
    'provision.endpoint_model': { oneOf: [{ type: 'string' }] },
    'sip.invite_format': oneOfText(['username', 'npan', '1npan', 'e164', 'route', 'strip_plus', 'contact'], {
      default: 'contact',
    }),
  },
}
