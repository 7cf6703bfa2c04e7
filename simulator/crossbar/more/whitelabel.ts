// White label: a brand per account, known by its domain to anyone (docs/kazoo.md section 13).
import { text, type JsonObject } from '../../json.ts'
import { accountId, dataObject, param, type Call } from '../call.ts'
import { create, createdAt, publicForm, settable, update, withDocument } from '../documents.ts'
import { badIdentifier, badIdentifiers, conflict, forbidden, refuse } from '../refusals.ts'
import { ok, Refusal, type Reply } from '../reply.ts'
import type { Route } from '../route.ts'
import { examine } from '../validate.ts'
import { keepFile, readFile } from './files.ts'

const IMAGES = ['image/jpg', 'image/jpeg', 'image/png', 'image/gif']
const ICONS = [...IMAGES, 'image/ico', 'image/vnd.microsoft.icon', 'image/x-icon', 'image/icon']
const FILES: Readonly<Record<string, readonly string[]>> = {
  logo: IMAGES,
  icon: ICONS,
  welcome: ['text/html'],
}

export const whitelabelRoutes: Route[] = [
  { path: 'whitelabel', verbs: { GET: () => refuse(forbidden()) } },
  {
    path: 'accounts/{account}/whitelabel',
    verbs: { GET: (call) => withDocument(own(call)), PUT: add, POST: replace, DELETE: remove },
  },
  { path: 'whitelabel/{domain}', verbs: { GET: byDomain }, open: ['GET'] },
  ...Object.entries(FILES).flatMap(([kind, types]): Route[] => [
    {
      path: `accounts/{account}/whitelabel/${kind}`,
      verbs: {
        GET: (call) => readFile(call, accountId(call), own(call), kind),
        POST: (call) => upload(call, kind),
      },
      accepts: types,
      provides: [...types, 'application/base64'],
    },
    {
      path: `whitelabel/{domain}/${kind}`,
      verbs: { GET: (call) => fileByDomain(call, kind) },
      open: ['GET'],
      provides: [...types, 'application/base64'],
    },
  ]),
]

function own(call: Call): JsonObject {
  return call.sim.store.database(accountId(call)).get('whitelabel') ?? refuse(badIdentifier('whitelabel'))
}

/** The account that has the domain. */
function holderOf(call: Call, domain: string): string | undefined {
  return call.sim.domains.get(domain.toLowerCase())
}

function valid(call: Call): JsonObject {
  const { doc, problems } = examine(call, 'whitelabel', settable(dataObject(call)))
  const domain = text(doc, 'domain')
  const holder = domain === undefined ? undefined : holderOf(call, domain)
  if (domain !== undefined && holder !== undefined && holder !== accountId(call))
    problems.add('domain', 'unique', { message: 'White label domain is already in use', cause: domain })
  problems.refuseAny()
  return doc
}

function add(call: Call): Reply {
  const fields = valid(call)
  if (call.sim.store.database(accountId(call)).get('whitelabel')) refuse(conflict())
  call.data = { id: 'whitelabel' }
  const doc = create(call, accountId(call), 'whitelabel', fields)
  know(call, doc)
  return createdAt(call, doc)
}

function replace(call: Call): Reply {
  const stored = own(call)
  const doc = update(call, accountId(call), stored, valid(call))
  know(call, doc)
  return withDocument(doc)
}

function remove(call: Call): Reply {
  const doc = own(call)
  call.sim.store.database(accountId(call)).delete('whitelabel')
  forget(call)
  return ok({ ...publicForm(doc), _read_only: { deleted: true } })
}

function know(call: Call, doc: JsonObject): void {
  forget(call)
  const domain = text(doc, 'domain')
  if (domain !== undefined) call.sim.domains.set(domain.toLowerCase(), accountId(call))
}

function forget(call: Call): void {
  const { domains } = call.sim
  for (const [domain, holder] of domains) if (holder === accountId(call)) domains.delete(domain)
}

function found(call: Call): { account: string; doc: JsonObject } {
  const domain = param(call, 'domain').toLowerCase()
  const account = holderOf(call, domain)
  const doc = account === undefined ? undefined : call.sim.store.database(account).get('whitelabel')
  if (account === undefined || !doc) throw new Refusal({ ...badIdentifier(domain), page: { size: 0 } })
  return { account, doc }
}

function byDomain(call: Call): Reply {
  return { ...withDocument(found(call).doc), page: { size: 1 } }
}

function fileByDomain(call: Call, kind: string): Reply {
  const { account, doc } = found(call)
  const stored = call.sim.store.database(account).attachments('whitelabel').has(kind)
  if (!stored) throw new Refusal({ ...badIdentifiers(kind), page: { size: 1 } })
  return readFile(call, account, doc, kind)
}

function upload(call: Call, kind: string): Reply {
  const doc = own(call)
  keepFile(call, doc, kind)
  return ok(publicForm(update(call, accountId(call), doc, settable(doc))))
}
