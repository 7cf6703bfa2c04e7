// The one screen that the demo prints.
import type { Person } from '../services/world-people.ts'
import type { DemoOptions } from './options.ts'

export type Addresses = { portal: string; mail: string; kazoo: string; log: string }
export type Owner = { email: string; password: string }

export type Cast = {
  owner: Owner
  /** Whose reseller it is. */
  admin: Person
  /** Where customers sign in, and one of them. */
  customers: { origin: string; one: Person | null }
}

/** Where to go, whom to sign in as, and how to end it. */
export function screen(
  options: DemoOptions,
  addresses: Addresses,
  { owner, admin, customers }: Cast,
): string {
  const { origin, one } = customers
  return `
  The portal    ${addresses.portal}
  sign in as    ${owner.email}
  password      ${owner.password}

${one === null ? '' : customer(origin, one)}  It is the portal of ${admin.accountName}, a reseller on a simulated Kazoo ${options.kazoo}.
  Mail it sends ${addresses.mail}
  The Kazoo     ${addresses.kazoo} (its own users: simulator/README.md)
  Its log       ${addresses.log}

  All of it listens on this machine alone, and begins anew at the next start. Ctrl-C ends it.
`
}

function customer(origin: string, { username, password, accountName }: Person): string {
  return `  A customer    ${origin}
  sign in as    ${username}
  password      ${password}
  account       ${accountName}

`
}
