// Schema `api_auth` of Kazoo 4.3: keys, types, bounds and defaults.
import { obj, str } from './define.ts'

export const apiAuth = obj(
  {
    api_key: str(64, 64),
  },
  { additionalProperties: false, required: ['api_key'] },
)
