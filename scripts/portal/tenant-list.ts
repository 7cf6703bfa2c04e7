// `tenant list`: every tenant in a line, and how its credentials did last; no secret, no Kazoo id.
import { credentialsOf } from '../../lib/store/credentials.ts'
import { listTenants } from '../../lib/store/tenants.ts'
import { optionsIn } from './options.ts'

/** Runs the command. @throws Misuse, Unavailable */
export async function list(words: string[]): Promise<void> {
  optionsIn(words, [])
  const tenants = await listTenants()
  if (tenants.length === 0) console.log('There is no tenant yet.')
  for (const { id, name, crossbarOrigin, status, createdAt } of tenants) {
    const { kind, lastWorkedAt, lastError } = await credentialsOf(id)
    const worked = lastWorkedAt === null ? 'not used yet' : `worked ${day(lastWorkedAt)}`
    const state = lastError === null ? worked : `last error: ${lastError}`
    console.log(
      [name, crossbarOrigin, status, `since ${day(createdAt)}`, `${kind} ${state}`]
        .map(oneLine)
        .join('  |  '),
    )
  }
}

function day(at: Date): string {
  return at.toISOString().slice(0, 10)
}

/** A name must not be able to write lines, or to command the terminal. */
function oneLine(text: string): string {
  return text.replaceAll(/\p{Cc}/gu, '\uFFFD')
}
