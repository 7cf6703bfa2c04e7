// The summary that the demo and the development server print.
import type { Person } from '../services/world-people.ts'
import type { DemoOptions } from './options.ts'
import type { Cast } from './reseller.ts'

export type Addresses = { portal: string; mail: string; kazoo: string; log: string; gallery?: string }

/** The addresses, who can sign in, and how to end it; `note` says what outlives the run. */
export function screen(
  options: DemoOptions,
  addresses: Addresses,
  { owner, admin, customers }: Cast,
  note: string,
): string {
  const { origin, one } = customers
  return `
  The portal    ${addresses.portal}
  sign in as    ${owner.email}
  password      ${owner.password}

${one === null ? '' : customer(origin, one)}  It is the portal of ${admin.accountName}, a reseller on a simulated Kazoo ${options.kazoo}.
${addresses.gallery === undefined ? '' : `  The gallery   ${addresses.gallery}\n`}  Mail it sends ${addresses.mail}
  The Kazoo     ${addresses.kazoo} (its own users: simulator/README.md)
  Its log       ${addresses.log}

  ${note} Ctrl-C ends it.
`
}

function customer(origin: string, { username, password, accountName }: Person): string {
  return `  A customer    ${origin}
  sign in as    ${username}
  password      ${password}
  account       ${accountName}

`
}
