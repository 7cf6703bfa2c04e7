// Schema `notify.callback` of Kazoo 4.3: keys, types, bounds and defaults.
import { arr, bool, int, obj, str } from './define.ts'

export const notifyCallback = obj({
  attempts: int(),
  disabled: bool(),
  interval_s: int(),
  number: str(),
  schedule: arr(int()),
  timeout_s: int(),
})
