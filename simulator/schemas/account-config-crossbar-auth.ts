// Schema `account_config.crossbar.auth` of Kazoo 4.3: keys, types, bounds and defaults.
import { obj, ref } from './define.ts'

export const accountConfigCrossbarAuth = obj(
  {
    auth_modules: obj(
      {
        cb_api_auth: ref('auth_module_config'),
        cb_auth: ref('auth_module_config'),
        cb_ip_auth: ref('auth_module_config'),
        cb_ubiquiti_auth: ref('auth_module_config'),
        cb_user_auth: ref('auth_module_config'),
      },
      {
        additionalProperties: false,
        default: {
          cb_api_auth: {
            enabled: true,
            log_failed_attempts: true,
            log_successful_attempts: false,
            token_auth_expiry_s: 3600,
          },
          cb_auth: {
            enabled: true,
            log_failed_attempts: true,
            log_successful_attempts: false,
            token_auth_expiry_s: 3600,
          },
          cb_ip_auth: {
            enabled: true,
            log_failed_attempts: true,
            log_successful_attempts: false,
            token_auth_expiry_s: 3600,
          },
          cb_ubiquiti_auth: {
            enabled: true,
            log_failed_attempts: true,
            log_successful_attempts: false,
            token_auth_expiry_s: 3600,
          },
          cb_user_auth: {
            enabled: true,
            log_failed_attempts: true,
            log_successful_attempts: true,
            token_auth_expiry_s: 3600,
          },
        },
      },
    ),
  },
  { required: ['auth_modules'] },
)
