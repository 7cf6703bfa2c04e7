// `tenant create`: asks for the secret, checks Kazoo step by step, and creates the tenant with its owner.
import { z } from 'zod'
import { credentialsToken } from '../../lib/kazoo/auth.ts'
import type { Credentials } from '../../lib/store/credentials.ts'
import { realmToFind } from '../../lib/views/realm.ts'
import { askSecret } from './ask.ts'
import { choosePassword } from './choose-password.ts'
import { connectTenant } from './connect-tenant.ts'
import { inEnglish } from './english.ts'
import { Misuse } from './fault.ts'
import { needed, oneOf, optionsIn } from './options.ts'

const OPTIONS = [
  'name',
  'origin',
  'realm',
  'account',
  'credentials',
  'username',
  'method',
  'owner-name',
  'owner-email',
] as const
type Options = Readonly<Partial<Record<(typeof OPTIONS)[number], string>>>

const TOKENS = {
  md5: { is: /^[0-9a-f]{32}$/, says: 'An MD5 credentials token has 32 lower-case hexadecimal digits.' },
  sha: { is: /^[0-9a-f]{40}$/, says: 'A SHA-1 credentials token has 40 lower-case hexadecimal digits.' },
} as const
const API_KEY = { is: /^[0-9a-f]{64}$/, says: 'An API key has 64 lower-case hexadecimal digits.' }

/** Runs the command. @throws Misuse, Rejected, Unavailable */
export async function create(words: string[]): Promise<void> {
  const options = optionsIn(words, OPTIONS)
  const name = needed(options, 'name')
  const origin = needed(options, 'origin')
  const owner = { name: needed(options, 'owner-name'), email: needed(options, 'owner-email') }
  if (!z.email().safeParse(owner.email).success) throw new Misuse('--owner-email is not an e-mail address.')

  const credentials = await credentialsFor(options)
  const chosen = await choosePassword(
    await askSecret<'password'>({
      text: `New portal password for ${owner.email} (leave blank to generate one)`,
      variable: 'PORTAL_PASSWORD',
    }),
    { ...owner, company: name },
  )
  const tenant = await connectTenant(
    { name, origin, credentials, owner: { ...owner, passwordHash: chosen.hash } },
    ({ ok, message, detail }) => {
      console.log(
        `${ok ? '  ok' : 'FAIL'}  ${inEnglish(message)}${detail === undefined ? '' : ` (${detail})`}`,
      )
    },
  )
  console.log(`Tenant "${tenant.name}" created. ${owner.name} signs in with ${owner.email}.`)
  if (chosen.notice !== null) console.log(chosen.notice)
}

/** Asks for the secret. All problems with the options are reported before. */
async function credentialsFor(options: Options): Promise<Credentials> {
  const kind = oneOf('credentials', options.credentials, ['password', 'token', 'key'])
  const method = oneOf('method', options.method, ['md5', 'sha'])
  if (kind === 'key') {
    if (options.realm ?? options.account ?? options.username ?? options.method) {
      throw new Misuse(
        'An API key identifies its account: leave out --realm, --account, --username and --method.',
      )
    }
    return { kind: 'api key', key: await required<'api key'>('API key', API_KEY) }
  }
  const account = accountIn(options)
  if (kind === 'token') {
    if (options.username !== undefined)
      throw new Misuse('A credentials token identifies its user: leave out --username.')
    const token = await required<'credentials token'>('Credentials token', TOKENS[method])
    return { kind: 'user', account, method, token }
  }
  const username = needed(options, 'username')
  const password = await required<'password'>(`Kazoo password of ${username}`)
  return { kind: 'user', account, method, token: credentialsToken(username, password, method) }
}

function accountIn({ realm, account }: Options): { realm: string } | { name: string } {
  if (realm !== undefined && account === undefined) {
    const found = realmToFind(realm)
    if (found === null)
      throw new Misuse('--realm is no realm: 4 to 253 letters, digits and any of . _ - are allowed.')
    return { realm: found }
  }
  if (account !== undefined && realm === undefined) return { name: account }
  throw new Misuse('Name the account with either --realm or --account.')
}

async function required<Kind extends string>(text: string, form?: { is: RegExp; says: string }) {
  const secret = await askSecret<Kind>({ text, variable: 'KAZOO_SECRET', ...(form && { form }) })
  if (secret === null) throw new Misuse(`${text} is missing.`)
  return secret
}
