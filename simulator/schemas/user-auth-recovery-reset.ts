// Schema `user_auth_recovery_reset` of Kazoo 4.3: keys, types, bounds and defaults.
import { obj, str } from './define.ts'

export const userAuthRecoveryReset = obj(
  {
    reset_id: str(undefined, undefined, { pattern: '^[a-fA-F0-9]{40,250}$' }),
  },
  { required: ['reset_id'] },
)
