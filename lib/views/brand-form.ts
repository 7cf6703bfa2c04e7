// The rules of the brand forms.
import * as z from 'zod'
import { BRAND_FIELDS, ICON_PARTS, IMAGE_KINDS, type BrandField } from './brand.ts'
import { editRules } from './edit-rules.ts'
import type { Rule } from './field-list.ts'
import { echoed, identifier, lines, needed, refused, text } from './form-text.ts'

const colour = (rule: Rule) =>
  text.transform((typed) => typed.toLowerCase()).pipe(z.string().regex(/^#[0-9a-f]{6}$/, refused(rule)))

/** An https address without username or password; or empty. */
const link = identifier.pipe(
  z
    .string()
    .max(500, refused('rules.brand.link'))
    .refine((typed) => typed === '' || isLink(typed), refused('rules.brand.link')),
)

function isLink(typed: string): boolean {
  const url = /^https:\/\/[^\s\\]+$/i.test(typed) ? URL.parse(typed) : null
  return url !== null && url.username === '' && url.password === '' && url.hostname.includes('.')
}

/** The rule of each text of a brand. */
export const BRAND_RULES = {
  name: needed('rules.brand.name', 60, 'rules.brand.nameLong'),
  primary: colour('rules.brand.colour'),
  accent: colour('rules.brand.colour'),
  darkColours: text.pipe(z.enum(['calculated', 'chosen'], refused('rules.brand.darkColours'))),
  primaryDark: colour('rules.brand.colour'),
  accentDark: colour('rules.brand.colour'),
  welcome: lines.pipe(z.string().max(2_000, refused('rules.brand.welcome'))),
  supportEmail: identifier.pipe(
    z
      .string()
      .max(254, refused('rules.brand.email'))
      .regex(/^(?:[^@\s<>"]+@[^@\s<>"]+\.[^@\s<>"]+)?$/, refused('rules.brand.email')),
  ),
  supportPhone: text.pipe(z.string().regex(/^(?:\+?[\d ()./-]{3,40})?$/, refused('rules.brand.phone'))),
  supportLink: link,
  terms: link,
  privacy: link,
  imprint: link,
  senderName: text.pipe(z.string().max(60, refused('rules.brand.senderName'))),
} satisfies Record<BrandField, z.ZodType<string>>

/** The texts of a brand; `initialValues` is the text of the form before the edit. */
export const brandRules = editRules(BRAND_FIELDS, BRAND_RULES)

export type ImageField = 'kind' | 'image' | 'crop' | 'icon'

/** The crop of an image: left, top, width and height, each from 0 to 1 of the whole; empty is all of it. */
export type Crop = { left: number; top: number; width: number; height: number }

const PART = /^(?:0|1|0?\.\d{1,6}|1\.0{1,6})$/

/** The fields beside an uploaded image; the default crop is all of it. */
export const imageRules = z.object({
  kind: z.enum(IMAGE_KINDS),
  icon: z.enum(ICON_PARTS).catch('whole'),
  crop: echoed.transform(cropOf),
})

function cropOf(typed: string): Crop | null {
  const parts = typed.split(' ')
  const [left = 0, top = 0, width = 0, height = 0] = parts.map(Number)
  if (parts.length !== 4 || !parts.every((part) => PART.test(part))) return null
  const inside = left + width <= 1.000001 && top + height <= 1.000001
  return inside && width >= 0.01 && height >= 0.01 ? { left, top, width, height } : null
}

export const imageKindRules = z.object({ kind: z.enum(IMAGE_KINDS) })
/** The number of a published version. */
export const versionRules = z.object({
  version: text.pipe(z.string().regex(/^[1-9]\d{0,8}$/)).transform(Number),
})
