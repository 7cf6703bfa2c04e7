// The billing gate: 402 until the caller accepts the charges (docs/kazoo.md section 17). Off unless a test
// switches it on.
import type { JsonObject } from '../json.ts'
import { flagOption, type Call } from './call.ts'
import { refuse } from './refusals.ts'

/** What a service plan bills, and per unit and month. */
const RATES: Readonly<Record<string, { category: string; rate: number }>> = {
  device: { category: 'devices', rate: 5 },
  user: { category: 'users', rate: 3 },
}

/** @throws Refusal 402 with the invoice */
export function gate(call: Call, account: string, type: string): void {
  const price = RATES[type]
  if (!call.sim.config.charges || !price || flagOption(call, 'accept_charges')) return
  const quantity = call.sim.store.database(account).ofType(type).length + 1
  const item: JsonObject = {
    category: price.category,
    item: type === 'device' ? 'sip_device' : 'user',
    name: type === 'device' ? 'SIP Device' : 'User',
    quantity,
    billable: quantity,
    rate: price.rate,
    total: price.rate * quantity,
    changes: { type: 'modified', difference: { quantity: 1, billable: 1 } },
  }
  const summary = { today: 0, recurring: price.rate * quantity }
  const invoice = { activation_charges: [], items: [item], taxes: [], summary, plan: {}, bookkeeper: {} }
  refuse({ status: 402, message: 'accept charges', data: [invoice] })
}
