// Schema `user_auth` of Kazoo 4.3: keys, types, bounds and defaults.
import { obj, oneOfText, str } from './define.ts'

export const userAuth = obj(
  {
    account_name: str(1, 128),
    account_realm: str(4, 253, { pattern: '^[.\\w_-]+$' }),
    credentials: str(1, 64),
    method: oneOfText(['md5', 'sha'], { default: 'md5' }),
    phone_number: str(1, 64),
  },
  { required: ['credentials'] },
)
