// The production build: made when the sources have changed since the last one, by one process at a time.
import { spawn } from 'node:child_process'
import { createHash } from 'node:crypto'
import { once } from 'node:events'
import { existsSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { withLock } from './lock.ts'
import { dataFolder, ROOT } from './places.ts'
import { secrets } from './secrets.ts'

const SOURCES = [
  'app',
  'components',
  'lib',
  'public',
  'proxy.ts',
  'instrumentation.ts',
  'next.config.js',
  'postcss.config.mjs',
  'package-lock.json',
]
/** Named inside `.next`, so that the note goes with the build it is about. */
const NOTE = join(ROOT, '.next', 'portal-sources')

/**
 * Runs `next build` unless `.next` was built from these very sources with the keys of this checkout (about 20 s, 1 GB).
 * Throws with what Next said when it fails. Answers whether it built.
 */
export function build(say: (line: string) => void): Promise<boolean> {
  return withLock(join(dataFolder(''), 'build.lock'), 'next build', async () => {
    const { actionKey } = secrets()
    const digest = digestOf(actionKey)
    if (existsSync(NOTE) && readFileSync(NOTE, 'utf8') === digest) return false
    say('Building the portal (half a minute, once per change) ...')
    rmSync(join(ROOT, '.next'), { recursive: true, force: true })
    await nextBuild(actionKey)
    writeFileSync(NOTE, digest)
    return true
  })
}

async function nextBuild(actionKey: string): Promise<void> {
  const { PATH, HOME, TMPDIR } = process.env
  const started = spawn(process.execPath, [join(ROOT, 'node_modules/next/dist/bin/next'), 'build'], {
    cwd: ROOT,
    stdio: ['ignore', 'pipe', 'pipe'],
    // The key is written into the build, which is a secret for that reason.
    env: {
      PATH,
      HOME,
      TMPDIR,
      NODE_ENV: 'production',
      NEXT_TELEMETRY_DISABLED: '1',
      NEXT_SERVER_ACTIONS_ENCRYPTION_KEY: actionKey,
    },
  })
  const end = () => started.kill('SIGKILL')
  process.once('exit', end)
  let output = ''
  for (const stream of [started.stdout, started.stderr])
    stream.setEncoding('utf8').on('data', (text: string) => (output += text))
  const [code] = await once(started, 'close')
  process.off('exit', end)
  if (code !== 0) throw new Error(`next build failed:\n${output}`)
}

function digestOf(actionKey: string): string {
  const hash = createHash('sha256').update(actionKey)
  for (const file of SOURCES.flatMap((name) => filesIn(join(ROOT, name)))) {
    hash.update(`\0${file.slice(ROOT.length)}\0`).update(readFileSync(file))
  }
  return hash.digest('hex')
}

/** All files below `path` in a fixed order, tests apart; none when there is nothing. */
function filesIn(path: string): string[] {
  if (!existsSync(path)) return []
  if (!statSync(path).isDirectory()) return [path]
  return readdirSync(path, { recursive: true, encoding: 'utf8' })
    .map((name) => join(path, name))
    .filter((file) => !/\.test\.tsx?$/.test(file) && statSync(file).isFile())
    .toSorted()
}
