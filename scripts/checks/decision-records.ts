// Checks that decision records follow the template, are numbered without gaps, and are in the index once.
import type { Fault } from './fault.ts'
import type { Source } from './sources.ts'

const FOLDER = 'docs/decisions/'
const INDEX = `${FOLDER}README.md`
const NAME = /^(\d{3})-([a-z0-9-]+)\.md$/
const LINE = /^\| (\d{3}) \| \[(.*)\]\((.*)\) \| (.*) \|$/
/** Numbers up to this one were assigned with gaps. */
const LAST_WITH_GAPS = 258

/** What is wrong with the records among `files`, and with their index. */
export function decisionRecordFaults(files: readonly Source[]): Fault[] {
  const records = files.filter(({ path }) => path.startsWith(FOLDER) && path !== INDEX)
  const numbers = records.map(({ path }) => NAME.exec(nameOf(path))?.[1] ?? '').toSorted()
  const index = files.find(({ path }) => path === INDEX)
  return [
    ...records.flatMap((record) =>
      recordFaults(record, numbers).map((says) => ({ path: record.path, says })),
    ),
    ...numberFaults(numbers).map((says) => ({ path: FOLDER, says })),
    ...indexFaults(index?.text ?? '', records).map((says) => ({ path: INDEX, says })),
  ]
}

function recordFaults({ path, text }: Source, numbers: readonly string[]): string[] {
  const [, number = '', slug = ''] = NAME.exec(nameOf(path)) ?? []
  if (number === '') return ['is not named NNN-what-is-decided.md']
  const [, inTitle = '', title = ''] = /^# (\d{3})\. (.+)\n/.exec(text) ?? []
  const status = statusOf(text)
  const cited = status.match(/\d{3}/g) ?? []
  const sections = [...text.matchAll(/^## (.+)$/gm)].map(([, name]) => name).join(', ')
  return [
    inTitle === number ? [] : [`does not begin with '# ${number}. ' and its title`],
    slugOf(title) === slug ? [] : [`has another title than its file name: '${title}'`],
    /^Date: \d{4}-\d{2}-\d{2}$/m.test(text) ? [] : ['has no line `Date: YYYY-MM-DD`'],
    /^(?:accepted|superseded by \d{3})(?:; .+)?$/.test(status)
      ? []
      : ['has no line `Status: accepted` or `Status: superseded by NNN`'],
    /^Context, Decision, Consequences(?:, Alternatives)?$/.test(sections)
      ? []
      : [`has the sections '${sections}' in place of Context, Decision, Consequences`],
    cited
      .filter((other) => !numbers.includes(other))
      .map((other) => `has a status that names ${other}, which does not exist`),
  ].flat()
}

function numberFaults(numbers: readonly string[]): string[] {
  const twice = numbers.filter((number, at) => numbers.indexOf(number) !== at)
  const since = numbers.map(Number).filter((number) => number > LAST_WITH_GAPS)
  const gaps = since.filter((number, at) =>
    at === 0 ? number !== LAST_WITH_GAPS + 1 : number > (since[at - 1] ?? 0) + 1,
  )
  return [
    ...twice.map((number) => `has number ${number} twice`),
    ...gaps.map((number) => `has no number ${number - 1}, and has ${number}`),
  ]
}

function indexFaults(index: string, records: readonly Source[]): string[] {
  const lines = index.split('\n').flatMap((line) => {
    const [, number = '', title = '', target = '', status = ''] = LINE.exec(line) ?? []
    return number === '' ? [] : [{ number, title, target, status }]
  })
  const unknown = lines.filter(({ target }) => !records.some(({ path }) => nameOf(path) === target))
  return [
    ...unknown.map(({ target }) => `lists ${target}, which does not exist`),
    ...records.flatMap((record) => {
      const name = nameOf(record.path)
      const matching = lines.filter(({ target }) => target === name)
      const [line] = matching
      if (line === undefined || matching.length > 1)
        return [`lists ${name} ${matching.length} times, and not once`]
      const agrees =
        record.text.startsWith(`# ${line.number}. ${line.title}\n`) && statusOf(record.text) === line.status
      return agrees ? [] : [`says another number, title or status of ${name} than the record itself`]
    }),
  ]
}

function statusOf(text: string): string {
  return /^Status: (.+)$/m.exec(text)?.[1] ?? ''
}

function nameOf(path: string): string {
  return path.slice(FOLDER.length)
}

/** `Keep the portal's own user`: `keep-the-portals-own-user`. */
function slugOf(title: string): string {
  return title
    .toLowerCase()
    .replaceAll("'", '')
    .replaceAll(/[^a-z0-9]+/g, '-')
    .replaceAll(/^-|-$/g, '')
}
