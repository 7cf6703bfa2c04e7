// The view types of a form that is made from a Kazoo schema.
/**
 * `truth`: yes, no or not set. `list`: one item a line. `map`: one `key: value` a line. `json`: no other
 * field fits. `secret`: is written and never shown. `held`: refers to something by its id, which stays in
 * Kazoo; it can only be removed.
 */
export type SettingKind = 'text' | 'number' | 'truth' | 'choice' | 'list' | 'map' | 'json' | 'secret' | 'held'

/** One setting. Everything is text, as its form posts it; empty is not set. */
export type Setting = {
  /** The name of its field in the form. */
  name: string
  /** The name of the checkbox that removes it; null where the field is emptied instead. */
  removal: string | null
  kind: SettingKind
  /** In English, made from its key; `within` are the labels of its parents, from its group down. */
  label: string
  within: readonly string[]
  /** Kazoo's own name: `call_waiting.enabled`. */
  path: string
  /** The description in Kazoo's schema, in English, or empty. */
  about: string
  value: string
  /** It has a value that is not Kazoo's default. */
  set: boolean
  /** Kazoo's default where nothing is set, as text, or empty. */
  preset: string
  choices: readonly string[]
  /** Of characters, of the number, or of the items. */
  least: number | null
  most: number | null
  required: boolean
  /** Neither shown nor changed while impersonating. */
  locked: boolean
  /** It is stored, and no schema describes it. */
  undescribed: boolean
}

/** Related settings; `path` is empty for ungrouped ones. */
export type SettingGroup = { path: string; label: string; settings: readonly Setting[] }

/** A form made from a schema. `initialValues` has the initial values of its fields, shortened where long. */
export type SchemaDraft = {
  groups: readonly SettingGroup[]
  initialValues: Readonly<Record<string, string>>
  /** The labels of settings in the schema that other pages edit. */
  elsewhere: readonly string[]
}

/** The data of a settings page: the header of the user or device, and the form. */
export type SettingsPageData<Header = unknown> = { header: Header; draft: SchemaDraft }

/** The number of settings, and of those with a value of their own. */
export function countOf(groups: readonly SettingGroup[]): { all: number; set: number } {
  const settings = groups.flatMap((group) => group.settings)
  return { all: settings.length, set: settings.filter(({ set }) => set).length }
}

const PREFIX = { value: 'set', secret: 'secret', removal: 'remove' } as const

/** The name of a field: letters and digits of the path as they are, all else as `Z` and four hex digits. */
export function settingName(use: keyof typeof PREFIX, path: readonly string[]): string {
  const plain = path
    .join('.')
    .replaceAll(/[^a-zA-Y0-9]/g, (sign) => `Z${sign.charCodeAt(0).toString(16).padStart(4, '0')}`)
  return PREFIX[use] + plain
}

/** Whether a field with this name is a secret. */
export function isSecretName(name: string): boolean {
  return name.startsWith(PREFIX.secret)
}

/** Whether a setting's label, position, key and description contain all words of `text`. */
export function matchesSetting(text: string, setting: Setting): boolean {
  const known = [...setting.within, setting.label, setting.path, setting.about].join(' ').toLowerCase()
  return text
    .toLowerCase()
    .split(/\s+/)
    .every((word) => known.includes(word))
}
