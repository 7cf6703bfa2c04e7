// Schema `groups`, as far as the servers showed it.
import { arr, int, obj, oneOfText, str } from './define.ts'

export const groups = obj(
  {
    endpoints: obj(
      {},
      { additionalProperties: obj({ type: oneOfText(['user', 'device', 'group']), weight: int() }) },
    ),
    flags: arr(str()),
    music_on_hold: obj({ media_id: str(undefined, 128) }, { default: {} }),
    name: str(1, 128),
  },
  { required: ['name'] },
)
