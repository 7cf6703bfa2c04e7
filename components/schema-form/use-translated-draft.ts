import { useTranslations } from 'next-intl'
import type { SchemaDraft, Setting, SettingChoice, SettingGroup } from '../../lib/views/schema-form.ts'
import { knownGroup, knownPart, knownSetting } from '../../lib/views/setting-words.ts'

type Translate = ReturnType<typeof useTranslations<'settings'>>

/**
 * The draft in the language of the page, as far as there are words for Kazoo's keys. They are chosen on the
 * server: the browser loads these alone.
 */
export function useTranslatedDraft(draft: SchemaDraft): SchemaDraft {
  const t = useTranslations('settings')
  const labels = useTranslations()
  const elsewhere = draft.elsewhere.map(({ label, text }) => ({ label, text: label ? labels(label) : text }))
  return { ...draft, elsewhere, groups: draft.groups.map((group) => translateGroup(group, t)) }
}

function translateGroup({ path, label, settings }: SettingGroup, t: Translate): SettingGroup {
  return {
    path,
    label: groupLabel([path], t) ?? label,
    settings: settings.map((setting) => translateSetting(setting, t)),
  }
}

function translateSetting(setting: Setting, t: Translate): Setting {
  const path = setting.path.split('.')
  const known = knownSetting(path)
  const translateParts = (part: 'choices' | 'entries', choices: readonly SettingChoice[]) =>
    choices.map(({ value, label }) => ({ value, label: partLabel(setting, part, value, t) ?? label }))
  return {
    ...setting,
    ...(known !== null && { label: t(`${known}.label`), about: t(`${known}.help`), english: false }),
    within: setting.within.map((label, at) => groupLabel(path.slice(0, at + 1), t) ?? label),
    choices: translateParts('choices', setting.choices),
    entries: translateParts('entries', setting.entries),
    table: setting.table && {
      ...setting.table,
      name: partLabel(setting, 'columns', 'name', t) ?? '',
      columns: setting.table.columns.map((column) => ({
        ...column,
        label: partLabel(setting, 'columns', column.key, t) ?? column.label,
      })),
    },
  }
}

function groupLabel(path: readonly string[], t: Translate): string | null {
  const known = knownGroup(path)
  return known && t(`${known}.label`)
}

function partLabel(
  { path }: Setting,
  part: 'choices' | 'entries' | 'columns',
  key: string,
  t: Translate,
): string | null {
  const known = knownPart(path, part, key)
  return known && t(known)
}
