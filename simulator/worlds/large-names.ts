// Fifty thousand names of companies, already in alphabetical order.
import { countries, type Country } from './companies.ts'
import type { Dice } from './dice.ts'
import { languages } from './names.ts'
import { districts } from './places.ts'

export type Company = { name: string; country: Country }

/**
 * Draws so many companies for each level, all different; each level is sorted as CouchDB sorts names, nearly.
 */
export function drawCompanies(dice: Dice, sizes: readonly number[]): Company[][] {
  const missing = [...sizes]
  const levels: Company[][] = sizes.map(() => [])
  const owners = ownersByName()
  const places = sorted(Object.values(districts).flat())
  let left = owners.reduce((sum, { trades, forms }) => sum + trades.length * forms.length, 0) * places.length
  for (const { owner, country, trades, forms } of owners)
    for (const trade of trades)
      for (const place of places)
        for (const form of forms) {
          const level = drawn(missing, dice.below(left--))
          levels[level]?.push({ name: `${owner} ${trade} ${place}${form}`, country })
        }
  return levels
}

/** The level that the ticket belongs to, out of those that still miss companies; -1 for a blank. */
function drawn(missing: number[], ticket: number): number {
  let rest = ticket
  for (const [level, count] of missing.entries()) {
    if (rest < count) {
      missing[level] = count - 1
      return level
    }
    rest -= count
  }
  return -1
}

type Owner = { owner: string; country: Country; trades: string[]; forms: string[] }

function ownersByName(): Owner[] {
  const found = new Map<string, Owner>()
  for (const country of countries) {
    const families = languages.find(({ language }) => language === country.language)?.last ?? []
    const trades = sorted(country.trades)
    const forms = sorted(country.form.map((form) => (form === '' ? '' : ` ${form}`)))
    for (const owner of [...country.owners, ...families.map(({ shown }) => shown)])
      found.set(owner, { owner, country, trades, forms })
  }
  return sorted([...found.keys()]).flatMap((owner) => found.get(owner) ?? [])
}

function sorted(words: readonly string[]): string[] {
  return words.toSorted(new Intl.Collator('en').compare)
}
