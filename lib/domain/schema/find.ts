// Finds all settings of one user or device, as a form made from the schema of the tenant's own Kazoo.
import 'server-only'
import { findAccount } from '../../kazoo/accounts.ts'
import { schemasOf, type Schemas } from '../../kazoo/schemas.ts'
import { findSettings as find, type Settings, type SettingsRef } from '../../kazoo/settings.ts'
import { withProxyIds, resolve } from '../../session/proxy-ids.ts'
import type { Viewer } from '../../session/viewer.ts'
import type { SettingsPageData } from '../../views/schema-form.ts'
import { toBreadcrumbs } from '../account/account-path.ts'
import { ancestorsWithin, grantOf, type Grant } from '../grant.ts'
import { permit } from '../permission.ts'
import { FORMS, type Noun } from './nouns.ts'
import { toSchemaDraft } from './present.ts'

/**
 * The settings of a user or a device, with its account path.
 * @throws Forbidden, NotFound, Unavailable
 */
export async function findSettings(viewer: Viewer, noun: Noun, id: string): Promise<SettingsPageData> {
  permit(viewer, `${noun}.read`)
  const at = await settingsRef(viewer, noun, id)
  const grant = grantOf(viewer)
  const [doc, schemas, account, ancestors] = await Promise.all([
    find(grant.kazoo, at),
    schemasFor(viewer, grant, noun),
    findAccount(grant.kazoo, at.ref.account),
    ancestorsWithin(grant, at.ref.account),
  ])
  return withProxyIds(viewer.session, (issue) => ({
    id: at.kind === 'user' ? issue('user', at.ref) : issue('device', at.ref),
    name: nameIn(doc, noun),
    breadcrumbs: toBreadcrumbs(account, ancestors, issue),
    draft: toSchemaDraft(schemas, doc, noun, viewer.session.record.impersonation !== null),
  }))
}

/**
 * The document with settings behind `id`.
 * @throws NotFound, Unavailable
 */
export async function settingsRef(viewer: Viewer, noun: Noun, id: string): Promise<SettingsRef> {
  return noun === 'user'
    ? { kind: 'user', ref: await resolve(viewer.session, 'user', id) }
    : { kind: 'device', ref: await resolve(viewer.session, 'device', id) }
}

/**
 * The schema of the viewer's Kazoo.
 * @throws Unavailable
 */
export function schemasFor(viewer: Viewer, { kazoo }: Grant, noun: Noun): Promise<Schemas> {
  return schemasOf(kazoo, viewer.session.record.origin, FORMS[noun].schema)
}

/** The display name of a user or device. */
export function nameIn(doc: Settings, noun: Noun): string {
  const keys = noun === 'user' ? ['first_name', 'last_name'] : ['name']
  const words = keys.map((key) => doc[key]).filter((word) => typeof word === 'string')
  return words.join(' ').trim() || '–'
}
