// Schema `access_lists` of Kazoo 4.3: keys, types, bounds and defaults.
import { arr, obj, oneOfText, str } from './define.ts'

export const accessLists = obj(
  {
    cidrs: arr(str()),
    order: oneOfText(['allow,deny', 'deny,allow']),
    user_agent: str(),
  },
  { additionalProperties: true, required: ['cidrs', 'order'] },
)
