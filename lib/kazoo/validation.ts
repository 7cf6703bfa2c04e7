// Kazoo's refusals in our words, at our fields: no text of theirs is passed on.
import 'server-only'
import { z } from 'zod'
import { Rejected } from '../errors.ts'
import type { Said, Sentence } from '../words/said.ts'

const report = z.record(z.string(), z.record(z.string(), z.unknown()).catch({}))
const target = z.object({ target: z.number().int() })

const SENTENCES: Readonly<Record<string, Sentence>> = {
  required: 'said.refused.needed',
  unique: 'said.refused.taken',
  enum: 'said.refused.choice',
  type: 'said.refused.kind',
  pattern: 'said.refused.characters',
  wrong_format: 'said.refused.form',
  uniqueItems: 'said.refused.twice',
  not_found: 'said.refused.unheard',
  forbidden: 'said.refused.forbidden',
  not_allowed: 'said.refused.forbidden',
}
/** The ones that say a bound. */
const COUNTED: Readonly<Record<string, Sentence>> = {
  minLength: 'said.refused.short',
  maxLength: 'said.refused.long',
  minimum: 'said.refused.low',
  maximum: 'said.refused.high',
  minItems: 'said.refused.few',
  maxItems: 'said.refused.many',
}

/**
 * What Kazoo's `data` of a 400 says: path -> keyword -> details (crossbar.md section 4). `fields` maps its paths to our field names;
 * what is not ours to show is summed up in the message.
 */
export function rejection(data: unknown, fields: Readonly<Record<string, string>>): Rejected {
  const faults = report.catch({}).parse(data)
  const marked: Record<string, Said> = {}
  let elsewhere = 0
  for (const [path, keywords] of Object.entries(faults)) {
    // 4.3 and 5.0 write `caller_id%2Einternal%2Ename` for accounts and users, and dots for devices.
    const name = path.replaceAll(/%2e/gi, '.')
    const field = Object.hasOwn(fields, name) ? fields[name] : undefined
    if (field === undefined) elsewhere++
    else marked[field] = sentence(keywords)
  }
  if (Object.keys(marked).length === 0) return new Rejected({}, 'said.refused.all')
  return elsewhere === 0 ? new Rejected(marked) : new Rejected(marked, 'said.refused.elsewhere')
}

function sentence(keywords: Readonly<Record<string, unknown>>): Said {
  for (const [keyword, details] of Object.entries(keywords)) {
    const counted = Object.hasOwn(COUNTED, keyword) ? COUNTED[keyword] : undefined
    const limit = target.safeParse(details)
    if (counted && limit.success) return within(counted, limit.data.target)
    const plain = Object.hasOwn(SENTENCES, keyword) ? SENTENCES[keyword] : undefined
    if (plain) return plain
  }
  return 'said.refused.other'
}

function within(counted: Sentence, bound: number): Said {
  // At least one character: it was left empty.
  if (counted === 'said.refused.short' && bound === 1) return 'said.refused.needed'
  return { sentence: counted, values: { bound } }
}
