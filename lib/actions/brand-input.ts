// Parses the brand forms for the domain.
import 'server-only'
import { BRAND_FIELDS } from '../views/brand.ts'
import { brandRules, imageKindRules, versionRules } from '../views/brand-form.ts'
import { initialValuesOf } from '../web/fields.ts'

export const brandInput = brandRules.transform(({ initialValues, ...typed }) => ({
  typed,
  initialValues: initialValuesOf(BRAND_FIELDS, initialValues),
}))
export const imageKindInput = imageKindRules
export const versionInput = versionRules
