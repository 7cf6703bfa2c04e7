// Imports the white label of the tenant's Kazoo account into the brand, or writes it back, on request only.
import 'server-only'
import { Rejected } from '../../errors.ts'
import { findWhitelabel, writeWhitelabel as write, type Whitelabel } from '../../kazoo/whitelabel.ts'
import type { Viewer } from '../../session/viewer.ts'
import { editDraft, findLive } from '../../store/brands.ts'
import { BRAND_RULES } from '../../views/brand-form.ts'
import { recorded } from '../audit/record.ts'
import { grantOf } from '../grant.ts'
import { permit } from '../permission.ts'
import { about, draftOf } from './edit.ts'
import { freshBrand } from './present.ts'

const SHARED = ['name', 'supportEmail', 'supportLink', 'terms'] as const

/**
 * Copies the white label into the draft, as far as brand rules allow.
 * @throws Rejected when that is nothing; Forbidden, Unavailable
 */
export async function importWhitelabel(viewer: Viewer): Promise<void> {
  permit(viewer, 'brand.edit')
  const { kazoo, granted } = grantOf(viewer)
  const found = await findWhitelabel(kazoo, granted)
  if (found === null) throw new Rejected({}, 'messages.brand.noWhitelabel')
  const { text } = await draftOf(viewer)
  const changes = Object.fromEntries(
    SHARED.flatMap((field) => {
      const parsed = BRAND_RULES[field].safeParse(found[field])
      return parsed.success && parsed.data !== '' && parsed.data !== text[field] ? [[field, parsed.data]] : []
    }),
  )
  if (Object.keys(changes).length === 0) throw new Rejected({}, 'messages.brand.nothingImported')
  const before = Object.fromEntries(
    SHARED.filter((field) => field in changes).map((field) => [field, text[field]]),
  )
  const { tenant, tenantName } = viewer.session.record
  await recorded(viewer, 'brand.edit', { ...about(viewer), before, after: changes }, () =>
    editDraft(tenant, freshBrand(tenantName), (draft) => ({ ...draft, text: { ...draft.text, ...changes } })),
  )
}

/**
 * Writes the published brand to the white label; fields that the brand leaves empty stay unchanged.
 * @throws Rejected, Forbidden, Unavailable
 */
export async function writeWhitelabel(viewer: Viewer): Promise<void> {
  permit(viewer, 'brand.edit')
  const live = await findLive(viewer.session.record.tenant)
  if (live === null) throw new Rejected({}, 'messages.brand.none')
  const { kazoo, granted } = grantOf(viewer)
  const { name, supportEmail, supportLink, terms } = live.brand.text
  const after: Whitelabel = { name, supportEmail, supportLink, terms }
  const before = await findWhitelabel(kazoo, granted)
  await recorded(viewer, 'brand.edit', { ...about(viewer), before, after }, () =>
    write(kazoo, granted, after),
  )
}
