// Schema `limits` of Kazoo 4.3: keys, types, bounds and defaults.
import { bool, int, obj } from './define.ts'

export const limits = obj({
  allow_prepay: bool(true),
  burst_trunks: int({ minimum: 0 }),
  calls: int({ minimum: 0 }),
  inbound_trunks: int({ minimum: 0 }),
  outbound_trunks: int({ minimum: 0 }),
  resource_consuming_calls: int({ minimum: 0 }),
  twoway_trunks: int({ minimum: 0 }),
})
