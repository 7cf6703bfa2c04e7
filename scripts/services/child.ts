// A server of ours that runs beside us: started until it answers, ended by its own number, never left behind.
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
  /** Folder to stand in; the checkout unless said. */
  cwd?: string
  /** Whom to run as, where we are root and the program refuses to be. */
  user?: { uid: number; gid: number } | null
  /** Written to its standard input, which is then closed. */
  input?: string
  /** It is ready at the first line (of either output) that fits, ... */
  readyLine?: RegExp
  /** ... or when this says so, asked every 50 ms. */
  ready?: () => Promise<boolean>
  /** Milliseconds until we give up waiting; 30,000 unless said. */
  timeout?: number
  /** Each line it prints, as it comes. */
  onLine?: (line: string) => void
  /** The signal that asks it to end; SIGTERM unless said. */
  stopSignal?: NodeJS.Signals
}

export type Child = {
  readonly name: string
  readonly pid: number
  /** The line that fitted `readyLine`. */
  readonly line: string
  /** The last lines it printed, for a message about it. */
  output(): string
  running(): boolean
  /** Resolves when it has ended, for whatever reason. */
  readonly ended: Promise<void>
  /** Asks it to end, and kills it after 10 s. */
  stop(): Promise<void>
  /** `kill -9`, as a crash would. */
  kill(): Promise<void>
  /** Stops its clock: connections stay open and nothing answers. */
  pause(): void
  resume(): void
}

const alive = new Set<number>()
process.on('exit', () => {
  for (const pid of alive) signal(pid, 'SIGKILL')
})

/** Where the numbers of what runs are noted. */
export function runningFolder(): string {
  return dataFolder('running')
}

/**
 * Starts a server and waits until it is ready. Throws, with its last words, when it ends before or takes too
 * long.
 */
export async function startChild(plan: ChildPlan): Promise<Child> {
  const started = spawn(plan.command, plan.args, {
    cwd: plan.cwd ?? ROOT,
    env: plan.env ?? process.env,
    stdio: [plan.input === undefined ? 'ignore' : 'pipe', 'pipe', 'pipe'],
    // A group of its own: Ctrl-C in the terminal reaches us alone, and we end our children in order.
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

/** Keeps the last 40 lines, and resolves with the first that fits. */
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
