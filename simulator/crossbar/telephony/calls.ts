// Current and past calls: the simulator has no calls, so the lists are empty.
import { accountId, param, textOption, type Call } from '../call.ts'
import { deviceOf } from '../devices/device-of.ts'
import { load } from '../documents.ts'
import { badIdentifier, faultyRequest, refuse, validationError } from '../refusals.ts'
import { ok, type Reply } from '../reply.ts'
import type { Route } from '../route.ts'
import { userOf } from '../users/users.ts'

/** Longest range of call records: 31 days and an hour, in seconds. */
const LONGEST = 2_682_000
/** Most records in a chunk of the stream. */
const CHUNK = 50

export const callRoutes: Route[] = [
  ...['channels', 'hotdesks'].flatMap((name) =>
    ['', 'users/{user}/', 'devices/{device}/'].map((owner): Route => ({
      path: `accounts/{account}/${owner}${name}`,
      verbs: { GET: none },
    })),
  ),
  {
    path: 'accounts/{account}/channels/{channel}',
    verbs: { GET: noChannel, POST: noChannel, PUT: noChannel },
  },
  ...['cdrs', 'cdrs/interaction', 'cdrs/summary', 'users/{user}/cdrs'].map((name): Route => ({
    path: `accounts/{account}/${name}`,
    verbs: { GET: records },
  })),
  {
    path: 'accounts/{account}/cdrs/{record}',
    verbs: { GET: (call) => refuse(badIdentifier(param(call, 'record'))) },
  },
  { path: 'accounts/{account}/vmboxes/{document}/messages', verbs: { GET: messages } },
]

function none(call: Call): Reply {
  if (call.params['user'] !== undefined) userOf(call)
  if (call.params['device'] !== undefined) deviceOf(call)
  return ok([])
}

function noChannel(call: Call): Reply {
  return refuse(badIdentifier(param(call, 'channel')))
}

function records(call: Call): Reply {
  if (Number(textOption(call, 'chunk_size') ?? CHUNK) > CHUNK)
    refuse(faultyRequest('chunk size must be lower than 50'))
  const to = Number(textOption(call, 'created_to') ?? call.sim.clock.gregorian())
  const from = Number(textOption(call, 'created_from') ?? to - LONGEST)
  if (to < from)
    refuse(outOfRange('created_from', `created_from ${from} must be before created_to ${to}`, from))
  if (to - from > LONGEST)
    refuse(
      outOfRange(
        'created_to',
        `created_to ${to} is more than ${LONGEST} seconds from created_from ${from}`,
        to,
      ),
    )
  return none(call)
}

function outOfRange(key: string, message: string, cause: number) {
  return validationError({ [key]: { date_range: { message, cause } } })
}

function messages(call: Call): Reply {
  load(call, accountId(call), 'vmbox', param(call, 'document'))
  return ok([], { page: { size: 0 } })
}
