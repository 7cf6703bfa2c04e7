// What the server answers to what was typed or tried: a key of the catalogue, never a sentence; whoever shows
// it translates it.
import type { Catalogue } from './catalogue.ts'

type Leaves<Branch> = {
  [Key in keyof Branch & string]: Branch[Key] extends string ? Key : `${Key}.${Leaves<Branch[Key]>}`
}[keyof Branch & string]

/** `rules.*` are known to browser and server (why a field is refused), `messages.*` to the server alone. */
export type MessageKey = `rules.${Leaves<Catalogue['rules']>}` | `messages.${Leaves<Catalogue['messages']>}`

/** The label or hint of a field. */
export type LabelKey = Leaves<
  Pick<Catalogue, 'accounts' | 'audit' | 'brand' | 'devices' | 'impersonation' | 'selfService' | 'users'>
>

/** A sentence with what is to be put into it; `because` is one that is told inside it, at `{because}`. */
export type FilledMessage = {
  readonly key: MessageKey
  readonly values?: Readonly<Record<string, string | number>>
  readonly because?: LocalizedMessage
}

/** A sentence, filled or with nothing to fill. */
export type LocalizedMessage = MessageKey | FilledMessage

/** The key of a message: what logs and the audit log keep of it, since it holds nothing that was typed. */
export function messageKeyOf(message: LocalizedMessage): MessageKey {
  return typeof message === 'string' ? message : message.key
}
