// Schema `auth_module_config` of Kazoo 4.3: keys, types, bounds and defaults.
import { bool, int, obj, str } from './define.ts'

export const authModuleConfig = obj({
  enabled: bool(),
  log_failed_attempts: bool(),
  log_successful_attempts: bool(),
  multi_factor: obj(
    {
      account_id: str(),
      configuration_id: str(),
      enabled: bool(),
      include_subaccounts: bool(),
    },
    { additionalProperties: false },
  ),
  token_auth_expiry_s: int(),
})
