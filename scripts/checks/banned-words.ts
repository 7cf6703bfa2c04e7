// Finds banned words in the messages. The list, with what to write instead, is beside the messages.
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { z } from 'zod'
import { LANGUAGES, type Language } from '../../lib/views/language.ts'
import type { Fault } from './fault.ts'
import { entriesOf, messagesIn, type Branch } from './message-files.ts'

const LIST = 'lib/i18n/banned-words.json'

/**
 * `word`, `within` and `except` are regular expressions: of the text (case-insensitive) and of the key.
 * `instead` is what to write.
 */
const banned = z.strictObject({
  word: z.string(),
  instead: z.string(),
  within: z.string().optional(),
  except: z.string().optional(),
})
const lists = z.record(z.enum(LANGUAGES), z.array(banned))
export type BannedWords = z.infer<typeof lists>

/** The banned words in the messages of one language. Placeholders do not count. */
export function bannedWordFaults(language: Language, messages: Branch, words: BannedWords): Fault[] {
  return entriesOf(messages).flatMap(([key, message]) =>
    words[language]
      .filter(({ within, except }) => hits(within ?? '', key) && !(except !== undefined && hits(except, key)))
      .flatMap(({ word, instead }) => {
        const [found] = new RegExp(word, 'iu').exec(textOf(message)) ?? []
        return found === undefined
          ? []
          : [
              {
                path: `lib/i18n/${language}/${key.split('.')[0]}.json`,
                says: `${key} says “${found}”; write ${instead}`,
              },
            ]
      }),
  )
}

/** Parses the list of banned words by language. */
export function bannedWordsOf(text: string): BannedWords {
  return lists.parse(JSON.parse(text))
}

/** The banned words in all messages of the checkout at `root`. */
export function bannedWordsIn(root: string): Fault[] {
  const words = bannedWordsOf(readFileSync(join(root, LIST), 'utf8'))
  return LANGUAGES.flatMap((language) => bannedWordFaults(language, messagesIn(root, language), words))
}

function hits(pattern: string, key: string): boolean {
  return new RegExp(pattern, 'u').test(key)
}

/** The visible text of a message, without the names and types of its placeholders. */
function textOf(message: string): string {
  return message.replaceAll(/\{\w+, (?:plural|select), |\{\w+(?:, \w+)?\}|<\/?\w+>/g, '\u0000')
}
