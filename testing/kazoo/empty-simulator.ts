// The simulator as a process of its own, and its control port.
import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { createInterface } from 'node:readline'
import { fileURLToPath } from 'node:url'
import { z } from 'zod'
import type { AllowedOrigin } from '../../lib/env.ts'
import { crossbarOrigin, type CrossbarOrigin } from '../../lib/kazoo/origin.ts'

const Started = z.object({ url: z.string() })
const Requests = z.object({
  requests: z.array(
    z.object({ method: z.string(), path: z.string(), body: z.unknown(), write: z.boolean() }),
  ),
})
const People = z.object({ people: z.array(z.object({ apiKey: z.string() })) })

export type TestSimulator = Awaited<ReturnType<typeof startSimulator>>

/** A simulator of `kazoo` with only the master account (user admin, MasterPass1!, realm master.kz.test). */
export async function startSimulator(kazoo: '4.3' | '5.0') {
  const main = fileURLToPath(new URL('../../simulator/main.ts', import.meta.url))
  const child = spawn(process.execPath, [main, '--port', '0', '--world', 'empty', '--kazoo', kazoo], {
    stdio: ['ignore', 'pipe', 'inherit'],
  })
  const [line] = await once(createInterface(child.stdout), 'line')
  const { url } = Started.parse(JSON.parse(String(line)))
  const control = async (method: string, path: string, body?: object): Promise<unknown> => {
    const answer = await fetch(`${url}/_simulator/${path}`, {
      method,
      ...(body && { body: JSON.stringify(body) }),
    })
    return answer.json()
  }
  const allowed: AllowedOrigin[] = [{ origin: url, cidr: '127.0.0.0/8' }]
  const origin: CrossbarOrigin = crossbarOrigin(url, allowed)
  return {
    url,
    origin,
    allowed,
    control,
    writes: async () =>
      Requests.parse(await control('GET', 'requests')).requests.filter(({ write }) => write),
    apiKey: async () => People.parse(await control('GET', 'people')).people[0]?.apiKey ?? '',
    close: async () => {
      child.kill('SIGTERM')
      if (child.exitCode === null) await once(child, 'exit')
    },
  }
}
