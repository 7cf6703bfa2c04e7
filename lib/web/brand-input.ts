// What the forms of a brand say to the domain.
import 'server-only'
import { z } from 'zod'
import { BRAND_FIELDS } from '../views/brand.ts'
import { brandRules, pictureKindRules, versionRules } from '../views/brand-form.ts'
import { shownOf } from './fields.ts'

export const brandInput = brandRules.transform(({ was, ...typed }) => ({
  typed,
  was: shownOf(BRAND_FIELDS, was),
}))
export const pictureKindInput = pictureKindRules
export const versionInput = versionRules
/** A button that says nothing but that it was pressed. */
export const nothing = z.object({})
