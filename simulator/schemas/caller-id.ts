// Schema `caller_id` of Kazoo 4.3: keys, types, bounds and defaults.
import { obj, str } from './define.ts'

export const callerId = obj({
  asserted: obj({
    name: str(undefined, 35),
    number: str(undefined, 35),
    realm: str(),
  }),
  emergency: obj({
    name: str(undefined, 35),
    number: str(undefined, 35),
  }),
  external: obj({
    name: str(undefined, 35),
    number: str(undefined, 35),
  }),
  internal: obj({
    name: str(undefined, 35),
    number: str(undefined, 35),
  }),
})
