import { getMessages } from 'next-intl/server'
import type { Catalogue } from '../lib/words/catalogue.ts'

const ENTRY = ['form', 'problem', 'rules', 'signIn', 'ui'] as const
const PORTAL = [...ENTRY, 'accounts', 'devices', 'frame', 'table'] as const

/** The part of the catalogue that goes to the browser: what the components with script say there, and no more. */
export async function wordsFor(where: 'entry' | 'portal'): Promise<Partial<Catalogue>> {
  const messages = await getMessages()
  const names = where === 'entry' ? ENTRY : PORTAL
  return Object.fromEntries(names.map((name) => [name, messages[name]]))
}
