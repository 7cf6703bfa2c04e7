// Plays the recorded conversations against the simulator and counts where it answers as the real Crossbars
// did. `node simulator/replay.ts [recording ...] [--show N]` prints the table.
import { isObject, type Json, type JsonObject } from './json.ts'
import { compare, type Answer, type Difference, type Level } from './replay/compare.ts'
import { readRecording, recordingNames, type RecordedCall, type RecordingName } from './replay/recording.ts'
import { Symbols } from './replay/symbols.ts'
import { startSimulator, type Listening } from './server.ts'

export interface Count {
  calls: number
  status: number
  shape: number
  exact: number
}

export interface Replayed {
  recording: RecordingName
  /** By area, in the order of the recording. */
  areas: Map<string, Count>
  total: Count
  differing: { name: string; request: string; differences: Difference[] }[]
}

/** How often a call is repeated, a second later, if the bucket was empty. */
const PATIENCE = 40

/** Plays one recording against a fresh simulator. The seed makes the run repeatable. */
export async function replay(recording: RecordingName, seed = 'replay'): Promise<Replayed> {
  const kazoo = recording.startsWith('4.3') ? '4.3' : '5.0'
  const server = await startSimulator({ world: 'empty', kazoo, latency: 0, seed })
  try {
    return await play(recording, server)
  } finally {
    await server.close()
  }
}

async function play(recording: RecordingName, server: Listening): Promise<Replayed> {
  const symbols = new Symbols()
  const result: Replayed = { recording, areas: new Map(), total: none(), differing: [] }
  for (const call of readRecording(recording)) {
    const answer = await patiently(call, server, symbols)
    const found = compare(call, answer, symbols)
    if (call.score === 'none') continue
    const counted = call.score === 'status' ? found.filter(({ level }) => level === 'status') : found
    const area = call.name.split('/')[0] ?? ''
    const row = result.areas.get(area) ?? none()
    result.areas.set(area, row)
    for (const count of [row, result.total]) tally(count, counted)
    if (counted.length > 0)
      result.differing.push({
        name: call.name,
        request: `${call.request.method} ${call.request.path}`,
        differences: counted,
      })
  }
  return result
}

/** The recorder waited out the rate limits; here the clock is advanced. */
async function patiently(call: RecordedCall, server: Listening, symbols: Symbols): Promise<Answer> {
  for (let tries = 0; ; tries++) {
    const answer = await send(call, server.url, symbols)
    if (answer.status !== 429 || call.response.status === 429 || tries === PATIENCE) return answer
    server.simulator.clock.advance(1000)
  }
}

async function send({ request }: RecordedCall, base: string, symbols: Symbols): Promise<Answer> {
  const { method, body } = request
  const response = await fetch(base + symbols.fill(request.path, true), {
    method,
    headers: headersOf(request.headers, body, symbols),
    redirect: 'manual',
    signal: AbortSignal.timeout(15_000),
    ...(body === undefined
      ? {}
      : { body: typeof body === 'string' ? symbols.fill(body) : JSON.stringify(symbols.fillDeep(body)) }),
  })
  return {
    status: response.status,
    header: (name) => response.headers.get(name),
    body: parsed(await response.text()),
  }
}

function headersOf(recorded: JsonObject, body: Json | undefined, symbols: Symbols): Record<string, string> {
  const headers: Record<string, string> = { accept: 'application/json' }
  if (body !== undefined && typeof body !== 'string') headers['content-type'] = 'application/json'
  for (const [name, value] of Object.entries(recorded)) {
    if (value === null) delete headers[name.toLowerCase()]
    else if (typeof value === 'string') headers[name.toLowerCase()] = symbols.fill(value)
  }
  return headers
}

function parsed(text: string): Json {
  try {
    const value: Json = JSON.parse(text)
    return isObject(value) ? value : text
  } catch {
    return text
  }
}

function none(): Count {
  return { calls: 0, status: 0, shape: 0, exact: 0 }
}

/** Each level needs the one before it. */
function tally(count: Count, differences: readonly Difference[]): void {
  const levels = new Set(differences.map(({ level }) => level))
  count.calls++
  if (levels.has('status')) return
  count.status++
  if (levels.has('shape')) return
  count.shape++
  if (!levels.has('exact')) count.exact++
}

/** The share of calls that agree, in per cent with one decimal. */
export function percent(count: Count, level: Level): number {
  return Math.floor((1000 * count[level]) / Math.max(count.calls, 1)) / 10
}

/** The table of one or more replays. */
export function table(results: readonly Replayed[]): string {
  const lines = results.flatMap(({ recording, areas, total }) => [
    ...[...areas].map(([area, count]) => line(`${recording}  ${area}`, count)),
    line(`${recording}  total`, total),
    '',
  ])
  return lines.join('\n')
}

function line(name: string, count: Count): string {
  const share = (level: Level) => `${level} ${percent(count, level).toFixed(1).padStart(5)} %`
  return `${name.padEnd(32)} ${String(count.calls).padStart(4)} calls   ${share('status')}   ${share('shape')}   ${share('exact')}`
}

/** What differs, to read. */
export function report(results: readonly Replayed[], show: number): string {
  const lines: string[] = []
  for (const { recording, differing } of results)
    for (const { name, request, differences: found } of differing.slice(0, show)) {
      lines.push(`${recording} ${name}  ${request}`)
      for (const { level, path, recorded, here } of found.slice(0, 6))
        lines.push(`    ${level}  ${path}: recorded ${brief(recorded)}, here ${brief(here)}`)
    }
  return lines.join('\n')
}

function brief(value: Json | undefined): string {
  return (JSON.stringify(value) ?? 'nothing').slice(0, 160)
}

if (import.meta.main) {
  const [, , ...words] = process.argv
  const at = words.indexOf('--show')
  const show = at === -1 ? 0 : Number(words[at + 1] ?? 20)
  const selected = recordingNames.filter((name) => words.includes(name))
  const results: Replayed[] = []
  for (const name of selected.length > 0 ? selected : recordingNames) results.push(await replay(name))
  if (show > 0) console.log(report(results, show))
  console.log(table(results))
}
