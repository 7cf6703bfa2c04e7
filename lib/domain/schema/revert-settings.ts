// Reverts settings by Kazoo's own names, for the audit log.
import 'server-only'
import type { Viewer } from '../../session/viewer.ts'
import { settingName } from '../../views/setting-names.ts'
import { editSettings } from './edit.ts'
import { FORMS, type Noun } from './nouns.ts'
import { shortenInitialValues } from './digest-initial-values.ts'

type Texts = Readonly<Record<string, string>>

/**
 * Saves texts by path, where they still equal the initial values. Returns whether anything changed.
 * @throws as `editSettings`
 */
export function revertSettings(
  viewer: Viewer,
  noun: Noun,
  id: string,
  { typed, initialValues }: { typed: Texts; initialValues: Texts },
): Promise<boolean> {
  return editSettings(viewer, noun, id, {
    typed: named(typed),
    secrets: {},
    initialValues: shortenInitialValues(named(initialValues)),
  })
}

/** Kazoo's keys, which are spelled differently from ours. */
const SETTING = /^[a-z][a-z0-9-]*(?:$|[._])/

/** Whether `path` can be a setting of this form, and not a field of the main form. */
export function mayBeSetting(noun: Noun, path: string): boolean {
  return SETTING.test(path) && !FORMS[noun].byHand.some((own) => path === own || path.startsWith(`${own}.`))
}

function named(texts: Texts): Record<string, string> {
  return Object.fromEntries(Object.entries(texts).map(([path, text]) => [settingName('value', [path]), text]))
}
