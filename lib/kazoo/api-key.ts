// The API key of an account: what a portal goes on with when the credentials of its trial are given back.
import 'server-only'
import { z } from 'zod'
import { seal } from '../sealed.ts'
import { path, type Kazoo } from './client.ts'
import type { ApiKey, KazooId } from './ids.ts'

const ApiKeyDoc = z.object({
  api_key: z
    .string()
    .regex(/^[0-9a-f]{64}$/)
    .transform(seal<'api key'>),
})

/** Reads the key (GET /accounts/A/api_key): any token in the tree of the account may. @throws NotFound, Unavailable */
export async function findApiKey(kazoo: Kazoo, account: KazooId<'account'>): Promise<ApiKey> {
  return (await kazoo.one(path`/accounts/${account}/api_key`, ApiKeyDoc)).api_key
}
