// A user's photo and visiting card.
import { text, type JsonObject } from '../../json.ts'
import { accountId, type Call } from '../call.ts'
import { publicForm } from '../documents.ts'
import { keepFile, readFile } from '../more/files.ts'
import { ok, type Reply } from '../reply.ts'
import type { Route } from '../route.ts'
import { userOf } from './users.ts'

const PHOTO = ['application/octet-stream', 'application/base64', 'image/jpeg', 'image/png', 'image/gif']

export const photoRoutes: Route[] = [
  {
    path: 'accounts/{account}/users/{user}/photo',
    verbs: {
      GET: (call) => readFile(call, accountId(call), userOf(call), 'photo'),
      POST: keep,
      DELETE: drop,
    },
    accepts: ['application/octet-stream', 'application/base64'],
    provides: PHOTO,
  },
  {
    path: 'accounts/{account}/users/{user}/vcard',
    verbs: { GET: card },
    provides: ['text/x-vcard', 'text/directory'],
  },
]

function keep(call: Call): Reply {
  const user = userOf(call)
  keepFile(call, user, 'photo')
  return ok(publicForm(user))
}

function drop(call: Call): Reply {
  const user = userOf(call)
  call.sim.store
    .database(accountId(call))
    .attachments(text(user, '_id') ?? '')
    .delete('photo')
  return ok(publicForm(user))
}

function card(call: Call): Reply {
  const user: JsonObject = userOf(call)
  const first = text(user, 'first_name') ?? ''
  const last = text(user, 'last_name') ?? ''
  const lines = ['BEGIN:VCARD', 'VERSION:3.0', `FN:${first} ${last}`, `N:${last};${first}`, 'END:VCARD', '']
  return ok(undefined, { raw: { type: 'text/x-vcard', bytes: Buffer.from(lines.join('\n')) } })
}
