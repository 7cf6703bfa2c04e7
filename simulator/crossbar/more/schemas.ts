// GET /schemas: public.
import { schemas } from '../../schemas/all.ts'
import { hasSchema } from '../../schemas/check.ts'
import { superduperOnly } from '../authorize.ts'
import { dataObject, param, type Call } from '../call.ts'
import { badIdentifier, plainError, refuse } from '../refusals.ts'
import { created, ok, type Reply } from '../reply.ts'
import type { Route } from '../route.ts'
import { validated } from '../validate.ts'

export const schemaRoutes: Route[] = [
  { path: 'schemas', verbs: { GET: ids }, open: ['GET'] },
  { path: 'schemas/{schema}', verbs: { GET: one }, open: ['GET'] },
  { path: 'schemas/{schema}/validation', verbs: { PUT: validate }, authorize: mayValidate, ownRule: true },
]

function ids(call: Call): Reply {
  return ok(Object.keys(schemas[call.sim.flavour.kazoo]).toSorted())
}

function one(call: Call): Reply {
  const id = param(call, 'schema')
  const schema = schemas[call.sim.flavour.kazoo][id]
  if (!schema) refuse(badIdentifier(id))
  return ok({ $schema: 'http://json-schema.org/draft-04/schema#', ...schema, id }, { revision: `1-${id}` })
}

function mayValidate(call: Call): void {
  if (!call.sim.flavour.validatesForAll) superduperOnly(call)
}

function validate(call: Call): Reply {
  const id = param(call, 'schema')
  if (!hasSchema(call.sim.flavour.kazoo, id)) refuse(plainError(500, `schema ${id} not found.`))
  return created(validated(call, id, dataObject(call)))
}
