// Every path the simulator knows.
import { accountRoutes } from './accounts/account.ts'
import { apiKeyRoutes } from './accounts/api-key.ts'
import { accountListRoutes } from './accounts/lists.ts'
import { moveRoutes } from './accounts/move.ts'
import { deviceRoutes } from './devices/devices.ts'
import { callflowRoutes } from './more/callflows.ts'
import { documentRoutes } from './more/documents.ts'
import { schemaRoutes } from './more/schemas.ts'
import { Routes } from './route.ts'
import { apiAuthRoutes } from './sign-in/api-auth.ts'
import { impersonationRoutes } from './sign-in/impersonation.ts'
import { recoveryRoutes } from './sign-in/recovery.ts'
import { tokenAuthRoutes } from './sign-in/token-auth.ts'
import { userAuthRoutes } from './sign-in/user-auth.ts'
import { userRoutes } from './users/users.ts'

export const routes = new Routes([
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
])
