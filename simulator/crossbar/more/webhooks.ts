// Webhooks. On a server where their app never ran the database is missing, as on the recorded ones.
import { text } from '../../json.ts'
import { dataObject } from '../call.ts'
import { plainError, refuse } from '../refusals.ts'
import type { Handler, Route } from '../route.ts'
import { validated } from '../validate.ts'
import { collection } from './collection.ts'
import { missingView } from './plain-lists.ts'

const routes = collection({
  name: 'webhooks',
  type: 'webhook',
  schema: 'webhooks',
  row: (doc) => ({
    id: doc['_id'] ?? '',
    name: doc['name'] ?? '',
    hook: doc['hook'] ?? '',
    uri: text(doc, 'uri') ?? '',
    http_verb: doc['http_verb'] ?? 'get',
    enabled: doc['enabled'] ?? true,
  }),
})

export const webhookRoutes: Route[] = [
  { path: 'webhooks', verbs: { GET: missingView }, ownRule: true },
  ...routes.map(({ path, verbs }) => ({ path, verbs: guarded(verbs) })),
]

function guarded(verbs: Route['verbs']): Route['verbs'] {
  const result: Route['verbs'] = {}
  for (const [verb, handler] of Object.entries(verbs))
    Object.assign(result, { [verb]: unlessMissing(verb, handler) })
  return result
}

function unlessMissing(verb: string, handler: Handler): Handler {
  return (call) => {
    if (call.sim.config.webhooks) return handler(call)
    if (verb === 'GET') missingView()
    if (verb === 'PUT') validated(call, 'webhooks', dataObject(call))
    return refuse({ ...plainError(503, 'datastore_fault'), data: { message: 'datastore fatal error' } })
  }
}
