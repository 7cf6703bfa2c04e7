// Kazoo's refusals in our words, at our fields: no text of theirs is passed on.
import 'server-only'
import { z } from 'zod'
import { Rejected } from '../errors.ts'

const report = z.record(z.string(), z.record(z.string(), z.unknown()).catch({}))
const target = z.object({ target: z.number().int() })

const SENTENCES: Readonly<Record<string, string>> = {
  required: 'This is needed.',
  unique: 'This is already in use.',
  enum: 'This is not one of the choices.',
  type: 'This is not a value of the right kind.',
  pattern: 'This has characters that are not allowed here.',
  wrong_format: 'This is not written as it should be.',
  uniqueItems: 'Something stands here twice.',
  not_found: 'The telephone system does not know this.',
  forbidden: 'The telephone system does not allow this.',
  not_allowed: 'The telephone system does not allow this.',
}
const COUNTED: Readonly<Record<string, (n: number) => string>> = {
  minLength: (n) => (n === 1 ? 'This is needed.' : `Please use at least ${n} characters.`),
  maxLength: (n) => `Please use at most ${n} characters.`,
  minimum: (n) => `This must be at least ${n}.`,
  maximum: (n) => `This must be at most ${n}.`,
  minItems: (n) => `Please give at least ${n}.`,
  maxItems: (n) => `Please give at most ${n}.`,
}
const OTHER = 'The telephone system does not accept this.'

/**
 * What Kazoo's `data` of a 400 says: path -> keyword -> details (crossbar.md section 4). `fields` maps its paths to our field names;
 * what is not ours to show is summed up in the message.
 */
export function rejection(data: unknown, fields: Readonly<Record<string, string>>): Rejected {
  const faults = report.catch({}).parse(data)
  const marked: Record<string, string> = {}
  let elsewhere = 0
  for (const [path, keywords] of Object.entries(faults)) {
    // 4.3 and 5.0 write `caller_id%2Einternal%2Ename` for accounts and users, and dots for devices.
    const name = path.replaceAll(/%2e/gi, '.')
    const field = Object.hasOwn(fields, name) ? fields[name] : undefined
    if (field === undefined) elsewhere++
    else marked[field] = sentence(keywords)
  }
  if (Object.keys(marked).length === 0)
    return new Rejected({}, 'Nothing was saved: the telephone system does not accept the change.')
  if (elsewhere === 0) return new Rejected(marked)
  return new Rejected(
    marked,
    'Nothing was saved. Please correct what is marked; the telephone system also refuses something that is not shown here.',
  )
}

function sentence(keywords: Readonly<Record<string, unknown>>): string {
  for (const [keyword, details] of Object.entries(keywords)) {
    const counted = Object.hasOwn(COUNTED, keyword) ? COUNTED[keyword] : undefined
    const limit = target.safeParse(details)
    if (counted && limit.success) return counted(limit.data.target)
    const plain = Object.hasOwn(SENTENCES, keyword) ? SENTENCES[keyword] : undefined
    if (plain) return plain
  }
  return OTHER
}
