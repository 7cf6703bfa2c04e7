// Every path of the simulator.
import { accountRoutes } from './accounts/account.ts'
import { apiKeyRoutes } from './accounts/api-key.ts'
import { accountListRoutes } from './accounts/lists.ts'
import { moveRoutes } from './accounts/move.ts'
import { deviceRoutes } from './devices/devices.ts'
import { aboutRoutes } from './more/about.ts'
import { callflowRoutes } from './more/callflows.ts'
import { documentRoutes } from './more/documents.ts'
import { namedRoutes } from './more/named.ts'
import { plainListRoutes } from './more/plain-lists.ts'
import { schemaRoutes } from './more/schemas.ts'
import { searchRoutes } from './more/search.ts'
import { webhookRoutes } from './more/webhooks.ts'
import { whitelabelDomainRoutes } from './more/whitelabel-domains.ts'
import { whitelabelRoutes } from './more/whitelabel.ts'
import type { KazooVersion } from './flavour.ts'
import { Routes, type Route } from './route.ts'
import { apiAuthRoutes } from './sign-in/api-auth.ts'
import { impersonationRoutes } from './sign-in/impersonation.ts'
import { recoveryRoutes } from './sign-in/recovery.ts'
import { tokenAuthRoutes } from './sign-in/token-auth.ts'
import { userAuthRoutes } from './sign-in/user-auth.ts'
import { callRoutes } from './telephony/calls.ts'
import { limitRoutes } from './telephony/limits.ts'
import { numberRoutes } from './telephony/numbers.ts'
import { quickcallRoutes } from './telephony/quickcall.ts'
import { registrationRoutes } from './telephony/registrations.ts'
import { photoRoutes } from './users/photo.ts'
import { userRoutes } from './users/users.ts'

const table: Route[] = [
  ...userAuthRoutes,
  ...recoveryRoutes,
  ...apiAuthRoutes,
  ...tokenAuthRoutes,
  ...impersonationRoutes,
  ...accountRoutes,
  ...accountListRoutes,
  ...apiKeyRoutes,
  ...moveRoutes,
  ...userRoutes,
  ...deviceRoutes,
  ...documentRoutes,
  ...callflowRoutes,
  ...schemaRoutes,
  ...registrationRoutes,
  ...quickcallRoutes,
  ...numberRoutes,
  ...limitRoutes,
  ...callRoutes,
  ...searchRoutes,
  ...namedRoutes,
  ...webhookRoutes,
  ...whitelabelRoutes,
  ...whitelabelDomainRoutes,
  ...photoRoutes,
  ...plainListRoutes,
  ...aboutRoutes,
]

function routesOf(kazoo: KazooVersion): Routes {
  return new Routes(table.filter((route) => (route.kazoo ?? kazoo) === kazoo))
}

export const routes: Readonly<Record<KazooVersion, Routes>> = {
  '4.3': routesOf('4.3'),
  '5.0': routesOf('5.0'),
}
