// The users of the demo: one of every privilege, with documented names and passwords (README.md).
import { cast, type Cast } from './people.ts'

/** The accounts that have a role in the demo. */
export type Role =
  | 'master'
  | 'reseller'
  | 'bakery'
  | 'clinic'
  | 'subreseller'
  | 'test lab'
  | 'disabled'
  | 'trial'
  | 'expired'
  | 'rival'
  | 'rival customer'

export const demoCast: readonly Cast<Role>[] = [
  cast('master', 'master admin', 'root', 'Cumulus-Master-1', 'Mona Master'),
  cast('reseller', 'reseller admin', 'ada.krause', 'Nordlicht-Admin-1', 'Ada Krause'),
  cast('reseller', 'reseller user', 'piet.hansen', 'Nordlicht-User-1', 'Piet Hansen'),
  cast('bakery', 'customer admin', 'greta.vogel', 'Vogel-Admin-1', 'Greta Vogel'),
  cast('bakery', 'customer user', 'hanno.vogel', 'Vogel-User-1', 'Hanno Vogel'),
  cast('bakery', 'disabled user', 'rolf.gestern', 'Vogel-Gone-1', 'Rolf Gestern'),
  cast('clinic', 'big customer admin', 'klara.klinik', 'Klinik-Admin-1', 'Klara Petersen'),
  cast('subreseller', 'sub-reseller admin', 'sven.alster', 'Alster-Admin-1', 'Sven Alster'),
  cast('disabled', 'disabled account admin', 'dora.lorenz', 'Textil-Admin-1', 'Dora Lorenz'),
  cast('trial', 'trial account admin', 'theo.brandt', 'Wind-Admin-1', 'Theo Brandt'),
  cast('expired', 'expired account admin', 'erna.jensen', 'Jensen-Admin-1', 'Erna Jensen'),
  cast('rival', 'sibling reseller admin', 'rita.rival', 'Rival-Admin-1', 'Rita Rival'),
  cast('rival customer', 'sibling customer admin', 'rico.rival', 'Rival-Customer-1', 'Rico Rival'),
]
