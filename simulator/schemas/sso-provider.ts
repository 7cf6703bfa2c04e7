// Schema `sso_provider` of Kazoo 4.3: keys, types, bounds and defaults.
import { arr, bool, obj, oneOfText, str } from './define.ts'

export const ssoProvider = obj(
  {
    friendly_name: str(),
    name: str(),
    params: obj({
      client_id: str(),
      include_granted_scopes: bool(),
      response_type: oneOfText(['code']),
      scopes: arr(str()),
    }),
    url: str(),
  },
  { required: ['url'] },
)
