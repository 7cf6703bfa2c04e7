// Checks that links between documents resolve and that the files they name exist.
import { posix } from 'node:path'
import type { Fault } from './fault.ts'
import type { Source } from './sources.ts'

/** Documents whose links are followed. */
const DOCUMENT = /^(?:README|CONTRIBUTING)\.md$|^(?:docs|simulator)\/.*\.md$/
/** Documents that describe the present. A decision record may name a file that no longer exists. */
const PRESENT = /^(?:README|CONTRIBUTING)\.md$|^docs\/[^/]+\.md$/
const LINK = /\]\(([^()\s]+)\)/g
/**
 * A file between backticks, by its path or the end of it: `lib/errors.ts`, `errors.ts`,
 * `lib/views/*-form.ts`.
 */
const NAMED = /`([\w@()[\].*/-]+\.(?:[cm]?[jt]sx?|css|json|md|ya?ml))`/g
/** A folder between backticks. */
const FOLDER = /`((?:app|components|lib|scripts|simulator|testing|e2e|docs)\/[\w()[\]./-]*\/)`/g

/** Links and names in the documents among `files` that do not resolve. */
export function docLinkFaults(files: readonly Source[]): Fault[] {
  const paths = new Set(files.map(({ path }) => path))
  return files
    .filter(({ path }) => DOCUMENT.test(path))
    .flatMap((file) => {
      const text = withoutCode(file.text)
      const links = [...text.matchAll(LINK)].map(([, target = '']) => target)
      const faults = [
        ...links
          .filter((target) => !leads(target, file.path, files))
          .map((target) => `links to ${target}, where nothing is`),
        ...(PRESENT.test(file.path) ? namesOfNothing(text, paths) : []),
      ]
      return [...new Set(faults)].map((says) => ({ path: file.path, says }))
    })
}

function leads(target: string, from: string, files: readonly Source[]): boolean {
  if (/^(?:https?|mailto):/.test(target)) return true
  const [file = '', anchor] = target.split('#')
  const path = file === '' ? from : posix.join(posix.dirname(from), file)
  const bare = path.replace(/\/$/, '')
  const document = files.find((one) => one.path === bare)
  if (anchor === undefined)
    return document !== undefined || files.some((one) => one.path.startsWith(`${bare}/`))
  return document !== undefined && anchorsOf(document.text).includes(anchor)
}

function namesOfNothing(text: string, paths: ReadonlySet<string>): string[] {
  const all = [...paths]
  const files = [...text.matchAll(NAMED)]
    .map(([, name = '']) => name)
    .filter((name) => !name.startsWith('.') && !all.some((path) => endsIn(path, name)))
  const folders = [...text.matchAll(FOLDER)]
    .map(([, name = '']) => name)
    .filter((name) => !all.some((path) => path.startsWith(name)))
  return [...files, ...folders].map((name) => `names ${name}, which is not there`)
}

function endsIn(path: string, name: string): boolean {
  if (!name.includes('*')) return path === name || path.endsWith(`/${name}`)
  const pattern = name
    .split('*')
    .map((part) => RegExp.escape(part))
    .join('[^/]*')
  return new RegExp(`(?:^|/)${pattern}$`).test(path)
}

/** The anchors that GitHub generates for the headings of a document. */
function anchorsOf(text: string): string[] {
  return [...withoutCode(text).matchAll(/^#+ (.+)$/gm)].map(([, heading = '']) =>
    heading
      .toLowerCase()
      .replaceAll(/[^\p{L}\p{N} _-]/gu, '')
      .replaceAll(' ', '-'),
  )
}

function withoutCode(text: string): string {
  return text.replaceAll(/^```[\s\S]*?^```/gm, '')
}
