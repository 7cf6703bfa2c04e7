// What a browser may know of a form that is made from a schema of Kazoo's.
import type { BreadcrumbItem } from './account.ts'

/**
 * `truth`: yes, no or not set. `list`: one item a line. `map`: one `key: value` a line. `json`: what no field can be drawn for. `secret`: is
 * written and never shown. `held`: names something by its id, which stays in Kazoo; it can only be removed.
 */
export type SettingKind = 'text' | 'number' | 'truth' | 'choice' | 'list' | 'map' | 'json' | 'secret' | 'held'

/** One setting. Everything is text, as its form posts it; empty is not set. */
export type Setting = {
  /** Of its field in the form. */
  name: string
  /** Of the box that removes it; null where it is emptied by hand. */
  removal: string | null
  kind: SettingKind
  /** In English, made from its key; `within` are the labels of what it stands in, from its group down. */
  label: string
  within: readonly string[]
  /** Kazoo's own name of it: `call_waiting.enabled`. */
  path: string
  /** What Kazoo's schema says of it, in English; empty for nothing. */
  about: string
  value: string
  /** There is something that Kazoo would not take by itself. */
  set: boolean
  /** What Kazoo takes where nothing is set, as text; empty for nothing. */
  preset: string
  choices: readonly string[]
  /** Of characters, of the number, or of the items. */
  least: number | null
  most: number | null
  required: boolean
  /** Neither shown nor changed while impersonating. */
  locked: boolean
}

/** Settings of one thought; `path` is empty of those that stand alone. */
export type SettingGroup = { path: string; label: string; settings: readonly Setting[] }

/** A form made from a schema. `was` is what its fields are filled with, shortened where long. */
export type SchemaDraft = {
  groups: readonly SettingGroup[]
  initialValues: Readonly<Record<string, string>>
  /** The labels of what is in the schema and edited elsewhere. */
  elsewhere: readonly string[]
}

/** What a page of settings shows: of whom or what, where it is, and the form. */
export type SettingsPageData = { id: string; name: string; breadcrumbs: BreadcrumbItem[]; draft: SchemaDraft }

/** How many settings there are, and how many say something of their own. */
export function countOf(groups: readonly SettingGroup[]): { all: number; set: number } {
  const settings = groups.flatMap((group) => group.settings)
  return { all: settings.length, set: settings.filter(({ set }) => set).length }
}

const PREFIX = { value: 'set', secret: 'secret', removal: 'remove' } as const

/** The name of a field: letters and figures of the path as they are, all else as `Z` and four hex digits. */
export function settingName(use: keyof typeof PREFIX, path: readonly string[]): string {
  const plain = path
    .join('.')
    .replaceAll(/[^a-zA-Y0-9]/g, (sign) => `Z${sign.charCodeAt(0).toString(16).padStart(4, '0')}`)
  return PREFIX[use] + plain
}

/** Whether a field with this name holds a secret. */
export function isSecretName(name: string): boolean {
  return name.startsWith(PREFIX.secret)
}

/** Whether the words of `text` are all in what is known of a setting: its label, where it stands, its key, what Kazoo says of it. */
export function finds(text: string, setting: Setting): boolean {
  const known = [...setting.within, setting.label, setting.path, setting.about].join(' ').toLowerCase()
  return text
    .toLowerCase()
    .split(/\s+/)
    .every((word) => known.includes(word))
}
