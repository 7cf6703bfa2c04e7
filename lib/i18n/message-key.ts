// Defines message keys: the server answers with a key of the catalogue, never a sentence; whatever shows it
// translates it.
import type { Catalogue } from './catalogue.ts'

type Leaves<Branch> = {
  [Key in keyof Branch & string]: Branch[Key] extends string ? Key : `${Key}.${Leaves<Branch[Key]>}`
}[keyof Branch & string]

/** Browser and server know `rules.*` (why a field is refused), only the server knows `messages.*`. */
export type MessageKey = `rules.${Leaves<Catalogue['rules']>}` | `messages.${Leaves<Catalogue['messages']>}`

/** The label or hint of a field. */
export type LabelKey = Leaves<
  Pick<Catalogue, 'accounts' | 'audit' | 'brand' | 'devices' | 'impersonation' | 'selfService' | 'users'>
>

/** A message with its values; `because` is another message inside it, at `{because}`. */
export type FilledMessage = {
  readonly key: MessageKey
  readonly values?: Readonly<Record<string, string | number>>
  readonly because?: LocalizedMessage
}

/** A message, with or without values. */
export type LocalizedMessage = MessageKey | FilledMessage

/**
 * The key of a message: all that logs and the audit log store of it, because it contains nothing that was
 * typed.
 */
export function messageKeyOf(message: LocalizedMessage): MessageKey {
  return typeof message === 'string' ? message : message.key
}
