// Schema `callflows` of Kazoo 4.3: keys, types, bounds and defaults.
import { arr, obj, ref, str } from './define.ts'

export const callflows = obj({
  featurecode: obj({
    name: str(1, 128),
    number: str(1, 30),
  }),
  flags: arr(str()),
  flow: ref('callflows.action'),
  metaflow: ref('metaflows'),
  numbers: arr(str(1, 36), { default: [], uniqueItems: true }),
  patterns: arr(str(1), { default: [] }),
})
