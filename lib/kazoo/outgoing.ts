// Checks a document before it is sent to Kazoo, whichever form it was typed into: text is valid, and no
// internal address is dialled.
import 'server-only'
import type { LocalizedMessage } from '../i18n/message-key.ts'
import { isLine, isText } from '../views/text-rules.ts'
import { isAllowedUrl, isSipTarget, isSipUser } from './dial-target.ts'
import { isUrlKey } from './key-names.ts'

/** The path of a value in a document, by Kazoo's keys. */
type DocumentPath = readonly string[]
/** The faults, by Kazoo's path with dots. */
export type DocumentFaults = Readonly<Record<string, LocalizedMessage>>

const URL_LIKE = /^\s*(?:[a-z][a-z0-9+.-]*:)?\/\//i

/**
 * Everything in `value`, which belongs at `at`, that may not be sent to Kazoo. `url`: its schema says that it
 * is one.
 */
export function documentFaults(at: DocumentPath, value: unknown, url = false): DocumentFaults {
  const faults: Record<string, LocalizedMessage> = {}
  function walk(here: DocumentPath, each: unknown): void {
    const message = typeof each === 'string' ? textFault(here, each, url) : null
    if (message !== null) faults[here.join('.')] = message
    if (typeof each !== 'object' || each === null) return
    for (const [key, inner] of Object.entries(each)) {
      if (isLine(key)) walk([...here, key], inner)
      else faults[here.join('.')] = 'rules.characters'
    }
  }
  walk(at, value)
  return faults
}

function textFault(at: DocumentPath, text: string, url: boolean): LocalizedMessage | null {
  if (!isText(text)) return 'rules.characters'
  if (text === '') return null
  const [key = ''] = at.filter((step) => !/^\d+$/.test(step)).slice(-1)
  if (at[0] === 'sip' && /^(?:route|static_route|ip)$/.test(key)) {
    const alone = key === 'static_route' && isSipUser(text)
    return alone || isSipTarget(text) ? null : 'messages.refused.target'
  }
  return (url || isUrlKey(key)) && !isAllowedUrl(text) ? 'messages.refused.url' : null
}

/** The same for JSON with unknown keys: whatever looks like a URL is one. */
export function looseFaults(at: DocumentPath, value: unknown): DocumentFaults {
  const faults: Record<string, LocalizedMessage> = { ...documentFaults(at, value) }
  function walk(here: DocumentPath, each: unknown): void {
    if (typeof each === 'string' && URL_LIKE.test(each) && !isAllowedUrl(each))
      faults[here.join('.')] ??= 'messages.refused.url'
    if (typeof each !== 'object' || each === null) return
    for (const [key, inner] of Object.entries(each)) walk([...here, key], inner)
  }
  walk(at, value)
  return faults
}
