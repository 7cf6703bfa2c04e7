// What the server answers to what was typed or tried: a key of the catalogue, never a sentence; whoever shows it translates it.
import type { Catalogue } from './catalogue.ts'

type Leaves<Branch> = {
  [Key in keyof Branch & string]: Branch[Key] extends string ? Key : `${Key}.${Leaves<Branch[Key]>}`
}[keyof Branch & string]

/** `rules.*` are known to browser and server (why a field is refused), `said.*` to the server alone. */
export type Sentence = `rules.${Leaves<Catalogue['rules']>}` | `said.${Leaves<Catalogue['said']>}`

/** A sentence with what is to be put into it; `because` is one that is told inside it, at `{because}`. */
export type Filled = {
  readonly sentence: Sentence
  readonly values?: Readonly<Record<string, string | number>>
  readonly because?: Said
}

/** A sentence, filled or with nothing to fill. */
export type Said = Sentence | Filled

/** The key of `said`: what logs and the trail keep of it, since it holds nothing that somebody typed. */
export function keyOf(said: Said): Sentence {
  return typeof said === 'string' ? said : said.sentence
}
