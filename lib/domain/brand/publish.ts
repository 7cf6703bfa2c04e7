// Publishes the draft of a brand, or restores an older version.
import 'server-only'
import { Forbidden, NotFound, Rejected } from '../../errors.ts'
import type { Viewer } from '../../session/viewer.ts'
import { findLive, findVersion, publish, type Brand } from '../../store/brands.ts'
import { recorded } from '../audit/record.ts'
import { permit } from '../permission.ts'
import { about, draftOf } from './edit.ts'
import { freshBrand } from './present.ts'
import { sameBrand } from './editor-state.ts'
import { clearThemes } from './theme.ts'

/**
 * Publishes the draft.
 * @throws Forbidden on trial; Rejected when it equals the published brand; Unavailable
 */
export async function publishBrand(viewer: Viewer): Promise<void> {
  requireLive(viewer)
  const { tenant } = viewer.session.record
  const [draft, live] = await Promise.all([draftOf(viewer), findLive(tenant)])
  if (live !== null && sameBrand(draft, live.brand)) throw new Rejected({}, 'messages.brand.same')
  const before = live === null ? null : shown(live.brand)
  await recorded(viewer, 'brand.edit', { ...about(viewer), before, after: shown(draft) }, () =>
    put(viewer, (now) => ({ brand: now, restores: null })),
  )
}

/**
 * Restores version `number`: as a new version, and as the draft.
 * @throws NotFound; else as `publishBrand`
 */
export async function restoreBrand(viewer: Viewer, number: number): Promise<void> {
  requireLive(viewer)
  const { tenant } = viewer.session.record
  const [version, live] = await Promise.all([findVersion(tenant, number), findLive(tenant)])
  if (version === null || live === null) throw new NotFound()
  if (sameBrand(version.brand, live.brand)) throw new Rejected({}, 'messages.brand.same')
  const change = {
    ...about(viewer),
    before: shown(live.brand),
    after: { ...shown(version.brand), restores: number },
  }
  await recorded(viewer, 'brand.edit', change, () =>
    put(viewer, () => ({ brand: version.brand, restores: number })),
  )
}

function requireLive(viewer: Viewer): void {
  permit(viewer, 'brand.edit')
  if (viewer.session.record.trialEndsAt !== null) throw new Forbidden('messages.brand.trial')
}

async function put({ session }: Viewer, choose: Parameters<typeof publish>[3]): Promise<void> {
  const { tenant, tenantName, name } = session.record
  await publish(tenant, freshBrand(tenantName), name, choose)
  clearThemes()
}

/** The fields of a published brand in the audit log. */
function shown({ text, signIn, header }: Brand) {
  return { ...text, signIn: signIn?.hash ?? null, header: header?.hash ?? null }
}
