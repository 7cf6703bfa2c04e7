// Schema `dialplans` of Kazoo 4.3: keys, types, bounds and defaults.
import { arr, obj, str } from './define.ts'

export const dialplans = obj(
  {
    system: arr(str()),
  },
  {
    additionalProperties: obj({
      description: str(),
      prefix: str(),
      suffix: str(),
    }),
  },
)
