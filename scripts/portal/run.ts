// Runs the command that the arguments name, and turns errors into a message and an exit code.
import { closeRedis } from '../../lib/session/redis.ts'
import { closeDatabase } from '../../lib/store/database.ts'
import { migrate } from '../../lib/store/migrate.ts'
import { verify } from './audit.ts'
import { addDomain, listDomains, proveDomain, removeDomain } from './domains.ts'
import { faultOf, Misuse } from './fault.ts'
import { help } from './help.ts'
import { rotate } from './keys-rotate.ts'
import { changePassword } from './member-password.ts'
import { prepare } from './migrate.ts'
import { create } from './tenant-create.ts'
import { list } from './tenant-list.ts'
import { extendTrial, resume, show, suspend } from './tenants.ts'

const COMMANDS: Readonly<Record<string, (options: string[]) => Promise<void>>> = {
  'tenant create': create,
  'tenants list': list,
  'tenant list': list,
  'tenants show': show,
  'tenants extend-trial': extendTrial,
  'tenants suspend': suspend,
  'tenants resume': resume,
  'domain list': listDomains,
  'domain add': addDomain,
  'domain prove': proveDomain,
  'domain remove': removeDomain,
  'member password': changePassword,
  'audit verify': verify,
  'keys rotate': rotate,
  migrate: prepare,
}

/**
 * Runs the command in `words` and returns the exit code: 0 done, 1 refused, 2 not understood, 3 a dependency
 * is unavailable.
 */
export async function run(words: string[]): Promise<number> {
  if (words.length === 0 || words[0] === 'help' || words.includes('--help')) {
    console.log(help())
    return 0
  }
  try {
    const { command, options } = commandIn(words)
    // So that the first command works on an empty database, and on one of an older version.
    await migrate()
    await command(options)
    return 0
  } catch (error) {
    const { sentence, code } = faultOf(error)
    console.error(sentence)
    return code
  } finally {
    await Promise.all([closeDatabase(), closeRedis()])
  }
}

function commandIn(words: string[]) {
  for (const length of [2, 1]) {
    const command = COMMANDS[words.slice(0, length).join(' ')]
    if (command !== undefined) return { command, options: words.slice(length) }
  }
  throw new Misuse('Unknown command.')
}
