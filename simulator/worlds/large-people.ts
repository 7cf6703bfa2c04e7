// The people of the large world: enough of them to sign in at every height of the tree.
import { cast, type Cast } from './people.ts'

export type Role = 'master' | 'reseller' | 'rival' | 'campus' | 'village' | 'chain' | 'shop'

export const largeCast: readonly Cast<Role>[] = [
  cast('master', 'master admin', 'root', 'Cumulus-Master-1', 'Mona Master'),
  cast('reseller', 'reseller admin', 'max.meridian', 'Meridian-Admin-1', 'Max Meridian'),
  cast('reseller', 'reseller user', 'uma.meridian', 'Meridian-User-1', 'Uma Meridian'),
  cast('rival', 'sibling reseller admin', 'rita.rival', 'Rival-Admin-1', 'Rita Rival'),
  cast('campus', 'campus admin', 'cora.campus', 'Campus-Admin-1', 'Cora Campus'),
  cast('village', 'village admin', 'vito.village', 'Village-Admin-1', 'Vito Village'),
  cast('chain', 'chain admin', 'chad.chain', 'Chain-Admin-1', 'Chad Chain'),
  cast('shop', 'customer admin', 'sara.shop', 'Shop-Admin-1', 'Sara Shop'),
  cast('shop', 'customer user', 'sid.shop', 'Shop-User-1', 'Sid Shop'),
  cast('shop', 'disabled user', 'sten.gone', 'Shop-Gone-1', 'Sten Gone'),
]
