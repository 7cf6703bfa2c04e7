// Schema `shared_auth` of Kazoo 4.3: keys, types, bounds and defaults.
import { obj, str } from './define.ts'

export const sharedAuth = obj(
  {
    shared_auth: str(64, 64),
  },
  { additionalProperties: false, required: ['shared_auth'] },
)
