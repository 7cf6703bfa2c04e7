// The view types of a form that is made from a Kazoo schema.
import type { LabelKey } from '../i18n/message-key.ts'

/**
 * `truth`: yes, no or not set. `list`: one item a line. `map`: one `key: value` a line. `json`: no other
 * field fits. `secret`: is written and never shown. `held`: refers to something by its id, which stays in
 * Kazoo; it can only be removed.
 */
export type SettingKind = 'text' | 'number' | 'truth' | 'choice' | 'list' | 'map' | 'json' | 'secret' | 'held'

export type SettingChoice = { value: string; label: string }

/** A key of the objects in a table. */
export type Column = {
  key: string
  label: string
  kind: 'text' | 'number' | 'truth' | 'choice'
  choices: readonly SettingChoice[]
}

/** A JSON value with rows: an object (`keyed`) or a list of flat objects. */
export type Table = {
  keyed: boolean
  /** The label of the object's keys, or empty. */
  name: string
  columns: readonly Column[]
}

/** One setting. Everything is text, as its form posts it; empty is not set. */
export type Setting = {
  /** The name of its field in the form. */
  name: string
  /** The name of the checkbox that removes it; null where the field is emptied instead. */
  removal: string | null
  kind: SettingKind
  label: string
  /** The labels of its parents, from its group down. */
  within: readonly string[]
  /** Kazoo's own name: `call_waiting.enabled`. */
  path: string
  /** What it does, or empty. */
  about: string
  /** `label` is made from its key, and `about` comes from Kazoo's schema: both are in English. */
  english: boolean
  value: string
  /** It has a value that is not Kazoo's default. */
  set: boolean
  /** Kazoo's default where nothing is set, as text, or empty. */
  preset: string
  /** Of a choice, of the items of a list, or of the values of a map. */
  choices: readonly SettingChoice[]
  /** The names that a map may well have. */
  entries: readonly SettingChoice[]
  table: Table | null
  /** Of characters, of the number, or of the items. */
  least: number | null
  most: number | null
  required: boolean
  /** Neither shown nor changed while impersonating. */
  locked: boolean
  /** It is stored, and no schema describes it. */
  undescribed: boolean
}

/** Related settings; `path` is empty, and so is the label, for ungrouped ones. */
export type SettingGroup = { path: string; label: string; settings: readonly Setting[] }

/** A form made from a schema. `initialValues` has the initial values of its fields, shortened where long. */
export type SchemaDraft = {
  groups: readonly SettingGroup[]
  initialValues: Readonly<Record<string, string>>
  /** What the schema has and other pages edit: the labels there, or English words where they have none. */
  elsewhere: readonly { label: LabelKey | null; text: string }[]
}

/** The data of a settings page: the header of the user or device, and the form. */
export type SettingsPageData<Header = unknown> = { header: Header; draft: SchemaDraft }

/** The number of settings, and of those with a value of their own. */
export function countOf(groups: readonly SettingGroup[]): { all: number; set: number } {
  const settings = groups.flatMap((group) => group.settings)
  return { all: settings.length, set: settings.filter(({ set }) => set).length }
}

/** Whether a setting's label, position, key and description contain all words of `text`. */
export function matchesSetting(text: string, setting: Setting): boolean {
  const known = [...setting.within, setting.label, setting.path, setting.about].join(' ').toLowerCase()
  return text
    .toLowerCase()
    .split(/\s+/)
    .every((word) => known.includes(word))
}
