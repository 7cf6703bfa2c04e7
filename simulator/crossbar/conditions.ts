// If-None-Match and If-Match.
import { text } from '../json.ts'
import type { Call } from './call.ts'
import { quoted } from './envelope.ts'
import { bare, refuse } from './refusals.ts'
import type { Reply } from './reply.ts'

/**
 * Whether the caller has this revision already. Only single documents have one.
 * @throws Refusal 400 with an empty body for a tag without quotation marks
 */
export function notModified(call: Call, reply: Reply): boolean {
  const wanted = call.headers['if-none-match']
  if (wanted === undefined) return false
  const tags = wanted.split(',').map((tag) => tag.trim().replace(/^W\//, ''))
  const { revision } = reply
  const tagOfReply = revision === undefined || revision === 'list' ? undefined : quoted(call.sim, revision)
  if (tagOfReply !== undefined && tags.includes(tagOfReply)) return true
  if (tags.includes('*')) return tagOfReply !== undefined
  const validTag = call.sim.config.replay ? /^(?:"[^"]*"|[0-9a-f]{32}|etag\d+)$/ : /^"[^"]*"$/
  if (!tags.every((tag) => validTag.test(tag))) refuse(bare(400))
  return false
}

/** Whether the caller changes another revision of the document than the one in If-Match. */
export function ifMatchFails(call: Call): boolean {
  const wanted = call.headers['if-match']
  if (wanted === undefined || wanted === '*' || call.verb === 'GET') return false
  const rev = currentRevision(call)
  return (
    rev === undefined ||
    !wanted.split(',').some((tag) => tag.trim().replace(/^W\//, '') === quoted(call.sim, rev))
  )
}

/** Revision of the document that the path is about. */
function currentRevision(call: Call): string | undefined {
  const { account, ...rest } = call.params
  if (account === undefined) return undefined
  const last = Object.values(rest).at(-1)
  const doc =
    last === undefined ? call.sim.store.account(account) : call.sim.store.database(account).get(last)
  return doc && text(doc, '_rev')
}
