// Maps Kazoo's refusals to our messages and fields: no text of theirs is passed on.
import 'server-only'
import { z } from 'zod'
import { Rejected } from '../errors.ts'
import { containsKazooId } from './ids.ts'
import type { LocalizedMessage, MessageKey } from '../i18n/message-key.ts'

const report = z.record(z.string(), z.record(z.string(), z.unknown()).catch({}))
const target = z.object({ target: z.number().int() })

/** A path that may be shown: a name as Kazoo spells its own settings, which can hold no sentence or URL. */
const PATH = /^(?=.{1,100}$)[a-z][a-z0-9_]*(?:\.[a-z0-9_]+)*$/

const MESSAGES: Readonly<Record<string, MessageKey>> = {
  required: 'messages.refused.needed',
  unique: 'messages.refused.taken',
  enum: 'messages.refused.choice',
  type: 'messages.refused.kind',
  pattern: 'messages.refused.characters',
  wrong_format: 'messages.refused.form',
  uniqueItems: 'messages.refused.twice',
  not_found: 'messages.refused.unheard',
  forbidden: 'messages.refused.forbidden',
  not_allowed: 'messages.refused.forbidden',
}
/** The messages that contain a bound. */
const BOUND_MESSAGES: Readonly<Record<string, MessageKey>> = {
  minLength: 'messages.refused.short',
  maxLength: 'messages.refused.long',
  minimum: 'messages.refused.low',
  maximum: 'messages.refused.high',
  minItems: 'messages.refused.few',
  maxItems: 'messages.refused.many',
}

/**
 * Maps Kazoo's `data` of a 400: path -> keyword -> details (docs/kazoo.md section 4). `fields` maps its paths
 * to our field names; anything without a field of ours is summed up in the message, by the names of settings.
 */
export function rejection(data: unknown, fields: Readonly<Record<string, string>>): Rejected {
  const faults = report.catch({}).parse(data)
  const fieldErrors: Record<string, LocalizedMessage> = {}
  const unmapped: { name: string; said: boolean }[] = []
  for (const [path, keywords] of Object.entries(faults)) {
    // 4.3 and 5.0 write `caller_id%2Einternal%2Ename` for accounts and users, and dots for devices.
    const name = path.replaceAll(/%2e/gi, '.')
    const field = fieldAt(name, fields)
    if (field !== undefined) fieldErrors[field] = messageFor(keywords)
    else unmapped.push({ name, said: Object.keys(keywords).length > 0 })
  }
  const paths = unmapped
    .filter(({ name, said }) => said && PATH.test(name) && !containsKazooId(name))
    .slice(0, 3)
    .map(({ name }) => name)
    .join(', ')
  if (Object.keys(fieldErrors).length === 0)
    return new Rejected(
      {},
      paths === '' ? 'messages.refused.all' : { key: 'messages.refused.allAt', values: { paths } },
    )
  if (unmapped.length === 0) return new Rejected(fieldErrors)
  return new Rejected(
    fieldErrors,
    paths === '' ? 'messages.refused.elsewhere' : { key: 'messages.refused.elsewhereAt', values: { paths } },
  )
}

/** The field of a path, or of the nearest one above it: Kazoo also names the items of lists. */
function fieldAt(path: string, fields: Readonly<Record<string, string>>): string | undefined {
  const steps = path.split('.')
  const above = steps.map((_, index) => steps.slice(0, steps.length - index).join('.'))
  const known = above.find((each) => Object.hasOwn(fields, each))
  return known === undefined ? undefined : fields[known]
}

function messageFor(keywords: Readonly<Record<string, unknown>>): LocalizedMessage {
  for (const [keyword, details] of Object.entries(keywords)) {
    const counted = Object.hasOwn(BOUND_MESSAGES, keyword) ? BOUND_MESSAGES[keyword] : undefined
    const limit = target.safeParse(details)
    if (counted && limit.success) return boundMessage(counted, limit.data.target)
    const key = Object.hasOwn(MESSAGES, keyword) ? MESSAGES[keyword] : undefined
    if (key) return key
  }
  return 'messages.refused.other'
}

function boundMessage(counted: MessageKey, bound: number): LocalizedMessage {
  // At least one character: it was left empty.
  if (counted === 'messages.refused.short' && bound === 1) return 'messages.refused.needed'
  return { key: counted, values: { bound } }
}
