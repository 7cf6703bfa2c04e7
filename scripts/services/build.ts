// The production build, made again when the sources have changed, by one process at a time.
import { spawn } from 'node:child_process'
import { createHash } from 'node:crypto'
import { once } from 'node:events'
import { cpSync, existsSync, readdirSync, readFileSync, renameSync, rmSync, statSync } from 'node:fs'
import { join } from 'node:path'
import { withLock } from './lock.ts'
import { dataFolder, ROOT } from './paths.ts'
import { secrets } from './secrets.ts'

const SOURCES = [
  'app',
  'components',
  'lib',
  'public',
  'proxy.ts',
  'instrumentation.ts',
  'instrumentation-client.ts',
  'next.config.js',
  'postcss.config.mjs',
  'package-lock.json',
]
/** How many builds are kept: the newest, and one that a running demo may still use. */
const KEPT = 6

/**
 * The folder of a production build of the current sources, with its `server.js`. Builds if there is none yet
 * (half a minute, 1 GB). A build never changes, so processes that run an older one are not disturbed. With
 * `gallery`, the gallery is included, for the tests that use it. Throws Next's output if the build fails.
 */
export function build(say: (line: string) => void, { gallery = false } = {}): Promise<string> {
  return withLock(join(dataFolder(''), 'build.lock'), 'next build', async () => {
    const { actionKey } = secrets()
    const builds = dataFolder('builds')
    const folder = join(builds, `${digestOf(actionKey)}${gallery ? '-gallery' : ''}`)
    if (!existsSync(folder)) {
      say('Building the portal (half a minute, once per change) ...')
      const output = join(ROOT, '.next')
      const standalone = join(output, 'standalone')
      rmSync(standalone, { recursive: true, force: true })
      await nextBuild(actionKey, gallery)
      cpSync(join(output, 'static'), join(standalone, '.next/static'), { recursive: true })
      const images = join(ROOT, 'public')
      if (existsSync(images)) cpSync(images, join(standalone, 'public'), { recursive: true })
      renameSync(standalone, folder)
      removeOldest(builds)
    }
    return folder
  })
}

function removeOldest(builds: string): void {
  const byAge = readdirSync(builds)
    .map((name) => join(builds, name))
    .toSorted((one, other) => statSync(other).mtimeMs - statSync(one).mtimeMs)
  for (const old of byAge.slice(KEPT)) rmSync(old, { recursive: true, force: true })
}

async function nextBuild(actionKey: string, gallery: boolean): Promise<void> {
  const { PATH, HOME, TMPDIR } = process.env
  const started = spawn(process.execPath, [join(ROOT, 'node_modules/next/dist/bin/next'), 'build'], {
    cwd: ROOT,
    stdio: ['ignore', 'pipe', 'pipe'],
    // The key is part of the build, which is a secret for that reason.
    env: {
      PATH,
      HOME,
      TMPDIR,
      NODE_ENV: 'production',
      NEXT_TELEMETRY_DISABLED: '1',
      NEXT_SERVER_ACTIONS_ENCRYPTION_KEY: actionKey,
      ...(gallery && { PORTAL_GALLERY: '1' }),
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
  return hash.digest('hex').slice(0, 16)
}

/** All files below `path` in a fixed order, without tests; none if it does not exist. */
function filesIn(path: string): string[] {
  if (!existsSync(path)) return []
  if (!statSync(path).isDirectory()) return [path]
  return readdirSync(path, { recursive: true, encoding: 'utf8' })
    .map((name) => join(path, name))
    .filter((file) => !/\.test\.tsx?$/.test(file) && statSync(file).isFile())
    .toSorted()
}
