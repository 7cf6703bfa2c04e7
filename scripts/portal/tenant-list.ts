// `tenant list`: one line for each tenant with the status of its credentials; no secret, no Kazoo id.
import { credentialsOrNull } from '../../lib/domain/connection/credentials.ts'
import { listTenants } from '../../lib/store/tenants.ts'
import { optionsIn } from './options.ts'

/** Runs the command. @throws Misuse, Unavailable */
export async function list(words: string[]): Promise<void> {
  optionsIn(words, [])
  const tenants = await listTenants()
  if (tenants.length === 0) console.log('No tenants yet.')
  for (const { id, name, crossbarOrigin, status, createdAt } of tenants) {
    const credentials = await credentialsOrNull(id)
    const worked = credentials?.lastWorkedAt ? `worked ${day(credentials.lastWorkedAt)}` : 'not used yet'
    const error = credentials?.lastError ? `last error: ${credentials.lastError}` : worked
    const state = credentials === null ? 'no credentials' : `${credentials.kind} ${error}`
    console.log([name, crossbarOrigin, status, `since ${day(createdAt)}`, state].map(oneLine).join('  |  '))
  }
}

/** The date format of the command line. */
export function day(at: Date): string {
  return at.toISOString().slice(0, 10)
}

/** A name must not be able to add lines or to control the terminal. */
export function oneLine(text: string): string {
  return text.replaceAll(/\p{Cc}/gu, '\uFFFD')
}
