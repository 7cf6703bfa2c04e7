// Every citation must resolve inside the repository: rows, sections and decisions named by a comment, a test
// or a document.
import type { Fault } from './fault.ts'
import type { Source } from './sources.ts'

const KAZOO = 'docs/kazoo.md'
const SECURITY = 'docs/security.md'
const RECORD = /^docs\/decisions\/(\d{3})-[^/]+\.md$/

/** `4`, or `4, 5 and 6`, also with the noun before each. */
const listOf = (number: string, noun: string) => `${number}(?:(?:, | and | or )(?:${noun} )?${number})*`
const SECTION = '\\d+(?:\\.\\d+)*'
const ROWS = new RegExp(`(?<=security(?:\\.md)? )rows? (${listOf('\\d+', 'row')})`, 'gi')
const BARE_ROWS = new RegExp(`\\brows? (${listOf('\\d+', 'row')})`, 'g')
const SECTIONS = new RegExp(`\\bsections? (${listOf(SECTION, 'section')})`, 'gi')
const DECISIONS = new RegExp(`\\bdecisions? (${listOf('\\d{3}', 'decision')})`, 'gi')
/** What precedes the section of an external standard. */
const STANDARD = /(?:RFC \d+|ASVS(?: \d[\d.]*)?|WCAG(?: \d[\d.]*)?|OWASP|PNG|ECMA-\d+|HTML),? $/
/** Tests of the checks contain invalid citations on purpose. */
const PLANTS = /^scripts\/checks\/.*\.test\.ts$/
const DOCUMENT = /[\w@./-]*\w\.md\b/g

/** Citations in `files` that do not resolve or do not have the standard form. */
export function citationFaults(files: readonly Source[]): Fault[] {
  const text = (path: string) => files.find((file) => file.path === path)?.text ?? ''
  const known = {
    rows: new Set(text(SECURITY).match(/^\d+(?=\. )/gm)),
    sections: new Set(
      [...text(KAZOO).matchAll(new RegExp(`^#+ (${SECTION})\\.? `, 'gm'))].map(([, number]) => number ?? ''),
    ),
    decisions: new Set(files.map(({ path }) => RECORD.exec(path)?.[1] ?? '')),
    paths: files.map(({ path }) => path),
  }
  return files
    .filter(({ path }) => !PLANTS.test(path))
    .flatMap((file) => {
      const prose = isDocument(file.path) ? unwrapped(file.text) : unwrapped(commentsOf(file))
      const faults = [
        ...rowFaults(file, prose, known.rows),
        ...sectionFaults(file, prose, known.sections),
        ...decisionFaults(file, prose, known.decisions),
        ...(isDocument(file.path) ? [] : documentFaults(file.path, prose, known.paths)),
      ]
      return [...new Set(faults)].map((says) => ({ path: file.path, says }))
    })
}

function rowFaults(file: Source, prose: string, rows: ReadonlySet<string>): string[] {
  const own = file.path === SECURITY
  const named = [...unwrapped(file.text).matchAll(own ? BARE_ROWS : ROWS)]
  const missing = named
    .flatMap(([, numbers = '']) => numbers.match(/\d+/g) ?? [])
    .filter((number) => !rows.has(number))
  const bare = own ? [] : [...prose.replace(ROWS, '').matchAll(BARE_ROWS)]
  return [
    ...missing.map((number) => `cites row ${number} of ${SECURITY}, which has none of that number`),
    ...bare.map(([what]) => `says '${what}'; say '${SECURITY} ${what}'`),
  ]
}

function sectionFaults(file: Source, prose: string, sections: ReadonlySet<string>): string[] {
  return [...prose.matchAll(SECTIONS)].flatMap(({ 0: what, 1: numbers = '', index }) => {
    const before = prose.slice(0, index)
    if (STANDARD.test(before)) return []
    if (file.path !== KAZOO && !before.endsWith(`${KAZOO} `))
      return [`says '${what}'; say '${KAZOO} ${what}', or which standard it is of`]
    const missing = (numbers.match(new RegExp(SECTION, 'g')) ?? []).filter((number) => !sections.has(number))
    return missing.map((number) => `cites section ${number} of ${KAZOO}, which has none of that number`)
  })
}

function decisionFaults(file: Source, prose: string, decisions: ReadonlySet<string>): string[] {
  const missing = [...prose.matchAll(DECISIONS)]
    .flatMap(([, numbers = '']) => numbers.match(/\d{3}/g) ?? [])
    .filter((number) => !decisions.has(number))
  const byPath = isDocument(file.path) ? [] : [...prose.matchAll(/docs\/decisions\/(\d{3})[\w.-]*/g)]
  return [
    ...missing.map((number) => `cites decision ${number}, which docs/decisions/ does not have`),
    ...byPath.map(([what, number]) => `says '${what}'; say 'decision ${number}'`),
  ]
}

/** Documents that a comment names: by path, or by name within the same folder. */
function documentFaults(path: string, prose: string, paths: readonly string[]): string[] {
  const folder = path.slice(0, path.lastIndexOf('/') + 1)
  return [...prose.matchAll(DOCUMENT)]
    .map(([name]) => name)
    .filter((name) => !paths.includes(name) && !paths.includes(folder + name))
    .map((name) => `names ${name}, which is not a document of this repository; say its whole path`)
}

function isDocument(path: string): boolean {
  return path.endsWith('.md')
}

/** The comments of a file, by its language. */
function commentsOf({ path, text }: Source): string {
  if (!/\.(?:[cm]?[jt]sx?|css)$/.test(path))
    return (text.match(/^\s*#.*$/gm) ?? []).map((line) => `\n${line}`).join('')
  return (text.match(/\/\*[\s\S]*?\*\/|(?:^|\s)\/\/.*/g) ?? [])
    .map((comment) => `\n${comment.trim()}`)
    .join('')
}

/** Joins the lines of a wrapped sentence. */
function unwrapped(text: string): string {
  return text.replaceAll(/\n[ \t]*(?:\/\/|\*(?!\/)|#(?=\s)|>)?[ \t]*/g, ' ')
}
