import {
  isArgumentElement,
  isDateElement,
  isNumberElement,
  isPluralElement,
  isSelectElement,
  isTagElement,
  isTimeElement,
  parse,
  type MessageFormatElement,
} from '@formatjs/icu-messageformat-parser'
import { createTranslator } from 'use-intl/core'
import { describe, expect, test } from 'vitest'
import { LANGUAGES, type Language } from '../views/language.ts'
import { catalogueOf } from './catalogue.ts'

type Branch = { readonly [key: string]: string | Branch }

/** Every sentence of a branch by its whole key. */
function sentencesOf(branch: Branch, above = ''): [key: string, message: string][] {
  return Object.entries(branch).flatMap(([key, below]): [string, string][] =>
    typeof below === 'string' ? [[above + key, below]] : sentencesOf(below, `${above}${key}.`),
  )
}

async function sentencesIn(language: Language): Promise<Map<string, string>> {
  return new Map(sentencesOf(await catalogueOf(language)))
}

/** The arguments of a sentence, with their kinds: a plural and a number take the same. */
function wantsOf(elements: readonly MessageFormatElement[]): string[] {
  return elements.flatMap((element) => {
    if (isArgumentElement(element)) return [`{${element.value}}`]
    if (isNumberElement(element)) return [`{${element.value}, number}`]
    if (isDateElement(element) || isTimeElement(element)) return [`{${element.value}, date}`]
    if (isTagElement(element)) return [`<${element.value}>`, ...wantsOf(element.children)]
    if (!isPluralElement(element) && !isSelectElement(element)) return []
    const choices = isSelectElement(element) ? Object.keys(element.options).toSorted().join(' ') : 'number'
    const inside = Object.values(element.options).flatMap(({ value }) => wantsOf(value))
    return [`{${element.value}, ${choices}}`, ...inside]
  })
}

type Plural = { choices: string[]; kind: Intl.PluralRuleType }

function pluralsOf(elements: readonly MessageFormatElement[]): Plural[] {
  return elements.flatMap((element) => {
    if (isTagElement(element)) return pluralsOf(element.children)
    if (!isPluralElement(element) && !isSelectElement(element)) return []
    const inside = Object.values(element.options).flatMap(({ value }) => pluralsOf(value))
    if (isSelectElement(element)) return inside
    return [{ choices: Object.keys(element.options), kind: element.pluralType ?? 'cardinal' }, ...inside]
  })
}

const wants = (key: string): string[] => [...new Set(wantsOf(parse(key)))].toSorted()

/** Sentences that are the same in another language, with the reason. */
const SAME: Readonly<Record<string, string>> = {}

describe.each(LANGUAGES)('the words in %s', (language) => {
  test('have exactly the keys of English', async () => {
    const english = await sentencesIn('en')
    expect([...(await sentencesIn(language)).keys()].toSorted()).toEqual([...english.keys()].toSorted())
  })

  test('are not empty and have no blanks around them', async () => {
    const blank = [...(await sentencesIn(language))].filter(([, text]) => text === '' || text.trim() !== text)
    expect(blank).toEqual([])
  })

  test('take the same arguments as the English ones', async () => {
    const english = await sentencesIn('en')
    for (const [key, message] of await sentencesIn(language)) {
      expect(wants(message), key).toEqual(wants(english.get(key) ?? ''))
    }
  })

  test('choose among the plurals that the language has, and miss none that English has', async () => {
    for (const [key, message] of await sentencesIn(language)) {
      for (const { choices, kind } of pluralsOf(parse(message))) {
        const { pluralCategories } = new Intl.PluralRules(language, { type: kind }).resolvedOptions()
        const named: string[] = choices.filter((choice) => !choice.startsWith('='))
        expect(named, `${key} without other`).toContain('other')
        expect(pluralCategories, key).toEqual(expect.arrayContaining(named))
      }
    }
    const english = await sentencesIn('en')
    for (const [key, message] of await sentencesIn(language)) {
      const oneInEnglish = pluralsOf(parse(english.get(key) ?? '')).some(({ choices }) =>
        choices.includes('one'),
      )
      const one = pluralsOf(parse(message)).some(({ choices }) => choices.includes('one'))
      expect(one || !oneInEnglish, `${key} says nothing of one`).toBe(true)
    }
  })
})

describe.each(LANGUAGES.filter((language) => language !== 'en'))('the words in %s', (language) => {
  test('are not left in English', async () => {
    const english = await sentencesIn('en')
    const untranslated = [...(await sentencesIn(language))].filter(([key, message]) => {
      const words = message.replaceAll(/\{[^{}]*\}/g, '').match(/\p{L}{2,}/gu) ?? []
      return words.length > 3 && message === english.get(key) && !Object.hasOwn(SAME, `${language}.${key}`)
    })
    expect(untranslated).toEqual([])
  })
})

test.each([
  ['en', '0 accounts loaded.', '1 account loaded.', '1,200 accounts loaded.'],
  ['de', 'Keine Konten geladen.', '1 Konto geladen.', '1.200 Konten geladen.'],
  ['es', '0 cuentas cargadas.', '1 cuenta cargada.', '1200 cuentas cargadas.'],
  ['fr', '0 compte chargé.', '1 compte chargé.', '1\u202f200 comptes chargés.'],
] as const)('none, one and many are counted in %s as its speakers do', async (locale, ...expected) => {
  const t = createTranslator({ locale, messages: await catalogueOf(locale), timeZone: 'UTC' })
  expect([0, 1, 1200].map((count) => t('accounts.tree.loaded', { count }))).toEqual(expected)
})

test('French keeps its double punctuation on the same line as the word', async () => {
  const loose = [...(await sentencesIn('fr'))].filter(([, key]) => /[\p{L}\p{N}})] [;:!?»]|« /u.test(key))
  expect(loose).toEqual([])
})
