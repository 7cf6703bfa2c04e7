// What the server answers to what was typed or tried: a key of the catalogue, never a sentence; whoever shows it translates it.
import type { Catalogue } from './catalogue.ts'

type Leaves<Branch> = {
  [Key in keyof Branch & string]: Branch[Key] extends string ? Key : `${Key}.${Leaves<Branch[Key]>}`
}[keyof Branch & string]

/** `rules.*` are known to browser and server (why a field is refused), `said.*` to the server alone. */
export type Sentence = `rules.${Leaves<Catalogue['rules']>}` | `said.${Leaves<Catalogue['said']>}`

/** A sentence, with what is to be put into it. */
export type Said = Sentence | { sentence: Sentence; values: Readonly<Record<string, string | number>> }
