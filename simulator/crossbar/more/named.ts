// Documents that are little more than a name to the portal: conferences, temporal rules, fax boxes and their
// like.
import type { Route } from '../route.ts'
import { flagsOf, present } from '../row.ts'
import { collection } from './collection.ts'

const KINDS: Readonly<Record<string, string>> = {
  blacklists: 'blacklist',
  clicktocall: 'click2call',
  conferences: 'conference',
  connectivity: 'sys_info',
  faxboxes: 'faxbox',
  resources: 'resource',
  temporal_rules: 'temporal_rule',
  temporal_rules_sets: 'temporal_rule_set',
}

export const namedRoutes: Route[] = Object.entries(KINDS).flatMap(([name, type]) =>
  collection({
    name,
    type,
    schema: 'named',
    row: (doc) => ({ id: doc['_id'] ?? '', ...present(doc, 'name'), flags: flagsOf(doc) }),
  }),
)
