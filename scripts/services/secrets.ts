// The keys of this checkout, generated once and stored in .data/ for our user only.
import { randomBytes } from 'node:crypto'
import { existsSync, readFileSync, renameSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { z } from 'zod'
import { dataFolder } from './paths.ts'

const SecretsDoc = z.strictObject({
  sessionKey: z.base64(),
  dataKey: z.base64(),
  actionKey: z.base64(),
  postgresPassword: z.string().min(16),
})
export type Secrets = z.infer<typeof SecretsDoc>

/**
 * Reads the keys, or generates them (mode 600). Throws if the file is incomplete: what was encrypted with the
 * lost keys is lost with them.
 */
export function secrets(folder = dataFolder('')): Secrets {
  const file = join(folder, 'secrets.json')
  if (!existsSync(file)) {
    const unfinished = `${file}.${process.pid}`
    writeFileSync(unfinished, `${JSON.stringify(newSecrets(), null, 2)}\n`, { mode: 0o600 })
    renameSync(unfinished, file)
  }
  const found = SecretsDoc.safeParse(JSON.parse(readFileSync(file, 'utf8')))
  if (!found.success)
    throw new Error(`${file} is not whole. Remove .data/ to begin anew, without what the demo kept.`)
  return found.data
}

/** New random keys. */
export function newSecrets(): Secrets {
  return {
    sessionKey: key(),
    dataKey: key(),
    actionKey: key(),
    postgresPassword: randomBytes(18).toString('base64url'),
  }
}

function key(): string {
  return randomBytes(32).toString('base64')
}
