// `migrate`: reports that the database is up to date; every command migrates it before it starts.
import { migrations } from '../../lib/store/migrations/list.ts'
import { optionsIn } from './options.ts'

/** Runs the command. @throws Misuse */
export async function prepare(words: string[]): Promise<void> {
  optionsIn(words, [])
  console.log(`The database is up to date: ${Object.keys(migrations).at(-1)}.`)
}
