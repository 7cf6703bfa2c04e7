// What the forms of a brand say to the domain.
import 'server-only'
import { z } from 'zod'
import { BRAND_FIELDS } from '../views/brand.ts'
import { brandRules, imageKindRules, versionRules } from '../views/brand-form.ts'
import { shownOf } from './fields.ts'

export const brandInput = brandRules.transform(({ initialValues, ...typed }) => ({
  typed,
  initialValues: shownOf(BRAND_FIELDS, initialValues),
}))
export const imageKindInput = imageKindRules
export const versionInput = versionRules
/** A button that says nothing but that it was pressed. */
export const nothing = z.object({})
