// Schema `user_auth_recovery` of Kazoo 4.3: keys, types, bounds and defaults.
import { obj, str } from './define.ts'

export const userAuthRecovery = obj(
  {
    account_name: str(1, 64),
    account_realm: str(1, 64),
    phone_number: str(1, 64),
    ui_url: str(14, 2000),
    username: str(1, 254),
  },
  { required: ['ui_url', 'username'] },
)
