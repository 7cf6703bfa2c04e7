// Schema `call_waiting` of Kazoo 4.3: keys, types, bounds and defaults.
import { bool, obj } from './define.ts'

export const callWaiting = obj({
  enabled: bool(),
})
