// `keys rotate`: encrypts every secret in the database again, under the highest number of DATA_KEYS.
import { env } from '../../lib/env.ts'
import { newestKey } from '../../lib/store/envelope.ts'
import { rotateKeys } from '../../lib/store/rotate.ts'
import { optionsIn } from './options.ts'

/** Runs the command. @throws Misuse, EnvelopeFault, Unavailable */
export async function rotate(words: string[]): Promise<void> {
  optionsIn(words, [])
  const ring = env().dataKeys
  const newest = newestKey(ring)
  const count = await rotateKeys()
  console.log(
    count === 0
      ? `Everything is already encrypted with key ${newest}.`
      : `${count} secrets re-encrypted with key ${newest}.`,
  )
  const older = [...ring.keys()].filter((number) => number !== newest)
  if (older.length > 0) {
    console.log(`You can now remove ${older.map((number) => `key ${number}`).join(', ')} from DATA_KEYS.`)
  }
}
