// Lists every migration in order: here and not in a folder that is read, so that they are still found after
// bundling.
import 'server-only'
import type { Migration } from 'kysely/migration'
import { tenants } from './0001-tenants.ts'
import { members } from './0002-members.ts'
import { credentials } from './0003-credentials.ts'
import { auditEvents } from './0004-audit-events.ts'
import { outbox } from './0005-outbox.ts'
import { links } from './0006-links.ts'
import { trials } from './0007-trials.ts'
import { secondFactors } from './0008-second-factors.ts'
import { forgetting } from './0009-forgetting.ts'
import { signOn } from './0010-sign-on.ts'
import { auditChain } from './0011-audit-chain.ts'
import { domains } from './0012-domains.ts'
import { brands } from './0013-brands.ts'
import { actings } from './0014-actings.ts'
import { customers } from './0015-customers.ts'
import { mailDomains } from './0016-mail-domains.ts'
import { auditSettlement } from './0017-audit-settlement.ts'
import { plainNames } from './0018-plain-names.ts'
import { firstSteps } from './0019-first-steps.ts'

/**
 * By name. A migration that has run anywhere keeps its name and its effect: a change is another migration.
 */
export const migrations: Readonly<Record<string, Migration>> = {
  '0001-tenants': tenants,
  '0002-members': members,
  '0003-credentials': credentials,
  '0004-audit-events': auditEvents,
  '0005-outbox': outbox,
  '0006-links': links,
  '0007-trials': trials,
  '0008-second-factors': secondFactors,
  '0009-forgetting': forgetting,
  '0010-sign-on': signOn,
  '0011-audit-chain': auditChain,
  '0012-domains': domains,
  '0013-brands': brands,
  '0014-actings': actings,
  '0015-customers': customers,
  '0016-mail-domains': mailDomains,
  '0017-audit-settlement': auditSettlement,
  '0018-plain-names': plainNames,
  '0019-first-steps': firstSteps,
}
