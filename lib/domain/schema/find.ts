// Finds all settings of one user or device, as a form made from the schema of the tenant's own Kazoo.
import 'server-only'
import { classifiersOf, type Classifier } from '../../kazoo/classifiers.ts'
import { DeviceDoc } from '../../kazoo/device-doc.ts'
import { schemasOf, type Schemas } from '../../kazoo/schemas.ts'
import { findSettingsAnd as find, type Settings, type SettingsRef } from '../../kazoo/settings.ts'
import { UserDoc } from '../../kazoo/user-doc.ts'
import { withProxyIds, resolve, type Issue } from '../../session/proxy-ids.ts'
import type { Viewer } from '../../session/viewer.ts'
import type { DeviceHeader } from '../../views/device.ts'
import type { SettingsPageData } from '../../views/schema-form.ts'
import type { UserHeader } from '../../views/user.ts'
import { partsOf as deviceParts, toHeader as toDeviceHeader } from '../device/header.ts'
import { grantOf, type Grant } from '../grant.ts'
import { permit } from '../permission.ts'
import { partsOf as userParts, toHeader as toUserHeader } from '../user/header.ts'
import { FORMS, type Noun } from './nouns.ts'
import { toSchemaDraft } from './present.ts'

type Headers = { user: UserHeader; device: DeviceHeader }

/**
 * The settings of a user or a device, with the header of their pages.
 * @throws Forbidden, NotFound, Unavailable
 */
export async function findSettings<N extends Noun>(
  viewer: Viewer,
  noun: N,
  id: string,
): Promise<SettingsPageData<Headers[N]>> {
  permit(viewer, `${noun}.read`)
  const { settings, schemas, classifiers, toHeader } = await READ[noun](viewer, id)
  const draft = toSchemaDraft(schemas, settings, noun, {
    impersonating: viewer.session.record.impersonation !== null,
    classifiers,
  })
  return withProxyIds(viewer.session, (issue) => ({ header: toHeader(issue), draft }))
}

/** A document with its schema and its header. */
type Read<Header> = {
  settings: Settings
  schemas: Schemas
  classifiers: readonly Classifier[]
  toHeader: (issue: Issue) => Header
}

const READ: { [N in Noun]: (viewer: Viewer, id: string) => Promise<Read<Headers[N]>> } = {
  user: async (viewer, id) => {
    const ref = await resolve(viewer.session, 'user', id)
    const grant = grantOf(viewer)
    const reading = find(grant.kazoo, { kind: 'user', ref }, UserDoc)
    const [[settings], parts, schemas, classifiers] = await Promise.all([
      reading,
      userParts(grant, ref, reading.then(second)),
      schemasFor(viewer, grant, 'user'),
      classifiersOf(grant.kazoo, viewer.session.record.origin),
    ])
    return { settings, schemas, classifiers, toHeader: (issue) => toUserHeader(parts, issue) }
  },
  device: async (viewer, id) => {
    const ref = await resolve(viewer.session, 'device', id)
    const grant = grantOf(viewer)
    const reading = find(grant.kazoo, { kind: 'device', ref }, DeviceDoc)
    const [[settings], parts, schemas, classifiers] = await Promise.all([
      reading,
      deviceParts(grant, ref, reading.then(second)),
      schemasFor(viewer, grant, 'device'),
      classifiersOf(grant.kazoo, viewer.session.record.origin),
    ])
    return { settings, schemas, classifiers, toHeader: (issue) => toDeviceHeader(parts, issue) }
  },
}

function second<T>([, doc]: readonly [unknown, T]): T {
  return doc
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
