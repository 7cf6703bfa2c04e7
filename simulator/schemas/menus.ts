// Schema `menus`, as far as the servers showed it.
import { bool, int, obj, str } from './define.ts'

export const menus = obj(
  {
    allow_record_from_offnet: bool(false),
    hunt: bool(true),
    hunt_allow: str(undefined, 256),
    hunt_deny: str(undefined, 256),
    interdigit_timeout: int(),
    max_extension_length: int({ default: 4 }),
    media: obj({}, { default: {} }),
    name: str(1, 128),
    record_pin: str(3, 6),
    retries: int({ default: 3 }),
    suppress_media: bool(false),
    timeout: int(),
  },
  { required: ['name'] },
)
