// Schema `webhooks`, as Kazoo's documentation lists its keys.
import { bool, int, obj, oneOfText, str } from './define.ts'

export const webhooks = obj(
  {
    custom_data: obj({}),
    enabled: bool(true),
    format: oneOfText(['form-data', 'json'], { default: 'form-data' }),
    hook: str(),
    http_verb: oneOfText(['get', 'post', 'put'], { default: 'get' }),
    include_internal_legs: bool(true),
    include_subaccounts: bool(false),
    name: str(),
    retries: int({ default: 2, maximum: 4, minimum: 0 }),
    uri: str(undefined, undefined, { format: 'uri' }),
  },
  { required: ['hook', 'name', 'uri'] },
)
