// Phone numbers of an account, and the classes that numbers fall into.
import { text, type JsonObject } from '../../json.ts'
import type { Store } from '../../store.ts'
import { accountId, textOption, type Call } from '../call.ts'
import { inMemory, page } from '../listing.ts'
import { refuse, validationError } from '../refusals.ts'
import { ok, type Reply } from '../reply.ts'
import type { Route } from '../route.ts'

export const numberRoutes: Route[] = [
  { path: 'phone_numbers', verbs: { GET: search }, open: ['GET'] },
  { path: 'phone_numbers/prefix', verbs: { GET: search }, open: ['GET'] },
  { path: 'phone_numbers/classifiers', verbs: { GET: classifiers }, open: ['GET'] },
  { path: 'accounts/{account}/phone_numbers', verbs: { GET: own } },
  { path: 'accounts/{account}/phone_numbers/classifiers', verbs: { GET: classifiers } },
]

/** The account that has a number, as it is written down: with + and nothing between its digits. */
export function accountOfNumber(store: Store, number: string): string | undefined {
  for (const { _id: id } of store.accounts.all()) {
    if (typeof id === 'string' && store.database(id).get(number)?.['pvt_type'] === 'number') return id
  }
  return undefined
}

/** An object by number, not a list. */
function own(call: Call): Reply {
  const numbers = call.sim.store.database(accountId(call)).ofType('number')
  return page(call, {
    ...inMemory(numbers),
    key: (doc) => text(doc, '_id') ?? '',
    row: (doc) => doc,
    wrapRows: (rows) => ({
      numbers: byNumber(rows.filter((row) => typeof row === 'object')),
      cascade_quantity: 0,
    }),
  })
}

function byNumber(rows: unknown[]): JsonObject {
  const found: JsonObject = {}
  for (const row of rows) {
    const doc: JsonObject = Object(row)
    found[text(doc, '_id') ?? ''] = {
      state: doc['pvt_state'] ?? 'in_service',
      features: doc['pvt_features'] ?? [],
      assigned_to: doc['pvt_assigned_to'] ?? '',
      ...(doc['pvt_used_by'] === undefined ? {} : { used_by: doc['pvt_used_by'] }),
      created: doc['pvt_created'] ?? 0,
      updated: doc['pvt_modified'] ?? 0,
    }
  }
  return found
}

/** Nothing is for sale here. */
function search(call: Call): Reply {
  if (textOption(call, 'prefix') === undefined)
    refuse(
      validationError({
        prefix: { required: { message: 'Field is required but missing', value: 'prefix' } },
      }),
    )
  return ok([])
}

const US = { pretty_print: 'SS(###) ### - ####' }
const CARIBBEAN =
  '684|264|268|242|246|441|284|345|767|809|829|849|473|671|876|664|670|787|939|869|758|784|721|868|649|340'

/** Kazoo's presets for the United States. */
function classifiers(call: Call): Reply {
  const crisis = call.sim.flavour.kazoo === '4.3' ? '988|' : ''
  return ok({
    tollfree_us: {
      regex: '^\\+1((?:800|88\\d|877|866|855|844|833|822)\\d{7})$',
      friendly_name: 'US TollFree',
      ...US,
    },
    toll_us: { regex: '^\\+1(900\\d{7})$', friendly_name: 'US Toll', ...US },
    emergency: {
      regex: `^(911|922|933|${crisis}833|811|711|999)$`,
      emergency: true,
      friendly_name: 'Emergency Dispatcher',
    },
    caribbean: { regex: `^\\+?1((?:${CARIBBEAN})\\d{7})$`, friendly_name: 'Caribbean', ...US },
    did_us: { regex: '^(\\+?1)?([2-9][0-9]{2}[2-9][0-9]{6})$', friendly_name: 'US DID', ...US },
    international: { regex: '^\\+([2-9]\\d{7,})$', friendly_name: 'International' },
    unknown: { regex: '^(.*)$', friendly_name: 'Unknown' },
  })
}
