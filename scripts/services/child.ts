// A server process: started until it is ready, ended by its process id, never left behind.
import { spawn, type ChildProcess } from 'node:child_process'
import { once } from 'node:events'
import { createInterface } from 'node:readline'
import { setTimeout as sleep } from 'node:timers/promises'
import { notePid, signal } from './pid-files.ts'
import { dataFolder, ROOT } from './paths.ts'

export type ChildPlan = {
  name: string
  command: string
  args: readonly string[]
  env?: NodeJS.ProcessEnv
  /** The working directory; by default the checkout. */
  cwd?: string
  /** The user to run as, if we are root and the program refuses that. */
  user?: { uid: number; gid: number } | null
  /** Written to its standard input, which is then closed. */
  input?: string
  /** It is ready at the first line (of either output) that matches, ... */
  readyLine?: RegExp
  /** ... or when this returns true, checked every 50 ms. */
  ready?: () => Promise<boolean>
  /** The time limit in ms; 30,000 by default. */
  timeout?: number
  /** Called for each line it prints. */
  onLine?: (line: string) => void
  /** The signal that asks it to end; SIGTERM by default. */
  stopSignal?: NodeJS.Signals
}

export type Child = {
  readonly name: string
  readonly pid: number
  /** The line that matched `readyLine`. */
  readonly line: string
  /** The last lines it printed, for an error message. */
  output(): string
  running(): boolean
  /** Resolves when it has ended, for any reason. */
  readonly ended: Promise<void>
  /** Asks it to end, and kills it after 10 s. */
  stop(): Promise<void>
  /** `kill -9`, as after a crash. */
  kill(): Promise<void>
  /** Pauses it: connections stay open and nothing answers. */
  pause(): void
  resume(): void
}

const alive = new Set<number>()
process.on('exit', () => {
  for (const pid of alive) signal(pid, 'SIGKILL')
})

/** The folder of the pid files. */
export function runningFolder(): string {
  return dataFolder('running')
}

/**
 * Starts a server and waits until it is ready. Throws its last output when it exits before or takes too long.
 */
export async function startChild(plan: ChildPlan): Promise<Child> {
  const started = spawn(plan.command, plan.args, {
    cwd: plan.cwd ?? ROOT,
    env: plan.env ?? process.env,
    stdio: [plan.input === undefined ? 'ignore' : 'pipe', 'pipe', 'pipe'],
    // A process group of its own: Ctrl-C in the terminal reaches only us, and we end our children in order.
    detached: true,
    ...plan.user,
  })
  const lines: string[] = []
  const ended = end(started)
  const match = listen(started, plan, lines)
  started.stdin?.end(plan.input)
  const { pid } = started
  if (pid === undefined) {
    await ended
    throw new Error(`${plan.name} could not be started: ${lines.join('\n')}`)
  }
  alive.add(pid)
  const forget = notePid(runningFolder(), plan.name, pid)
  void ended.then(() => alive.delete(pid)).then(forget)
  const child = toChild(plan, started, pid, lines, ended)
  try {
    const line = await Promise.race([
      plan.ready ? poll(plan.ready) : match,
      ended.then(() =>
        Promise.reject(new Error(`${plan.name} ended before it was ready:\n${child.output()}`)),
      ),
      sleep(plan.timeout ?? 30_000, undefined, { ref: false }).then(() =>
        Promise.reject(new Error(`${plan.name} was not ready in time:\n${child.output()}`)),
      ),
    ])
    return { ...child, line }
  } catch (error) {
    await child.kill()
    throw error
  }
}

function toChild(
  plan: ChildPlan,
  started: ChildProcess,
  pid: number,
  lines: string[],
  ended: Promise<void>,
): Omit<Child, 'line'> {
  const running = () => started.exitCode === null && started.signalCode === null
  return {
    name: plan.name,
    pid,
    ended,
    running,
    output: () => lines.join('\n'),
    async stop() {
      if (!running()) return
      started.kill('SIGCONT')
      started.kill(plan.stopSignal ?? 'SIGTERM')
      await Promise.race([
        ended,
        sleep(10_000, undefined, { ref: false }).then(() => started.kill('SIGKILL')),
      ])
      await ended
    },
    async kill() {
      started.kill('SIGKILL')
      await ended
    },
    pause: () => void started.kill('SIGSTOP'),
    resume: () => void started.kill('SIGCONT'),
  }
}

async function end(started: ChildProcess): Promise<void> {
  const spawned = once(started, 'spawn').then(
    () => true,
    () => false,
  )
  const exited = once(started, 'exit')
  exited.catch(() => undefined)
  if (await spawned) await exited
}

/** Keeps the last 40 lines, and resolves with the first that matches. */
function listen(started: ChildProcess, plan: ChildPlan, lines: string[]): Promise<string> {
  started.on('error', (error) => lines.push(error.message))
  return new Promise((resolve) => {
    for (const stream of [started.stdout, started.stderr]) {
      if (stream === null) continue
      createInterface({ input: stream }).on('line', (line) => {
        lines.push(line)
        if (lines.length > 40) lines.shift()
        plan.onLine?.(line)
        if (plan.readyLine?.test(line)) resolve(line)
      })
    }
  })
}

async function poll(ready: () => Promise<boolean>): Promise<string> {
  while (!(await ready())) await sleep(50)
  return ''
}
