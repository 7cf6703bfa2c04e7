'use client'
import { useTranslations } from 'next-intl'
import { use, useId, type ReactNode } from 'react'
import { matchesSetting, type Setting, type SettingGroup } from '../../lib/views/schema-form.ts'
import { classNames } from '../ui/class-names.ts'
import { FormContext } from '../ui/form-context.ts'
import { SettingField } from './setting-field.tsx'

type Props = {
  groups: readonly SettingGroup[]
  text: string
  all: boolean
  /** Names of fields that were changed: they stay visible. */
  touched: ReadonlySet<string>
}

/** Hidden settings are rendered and sent all the same; without script they are visible. */
const HIDDEN = 'hidden noscript:grid'

/** The groups of a form generated from a schema. A refused setting is always visible. */
export function SettingGroups({ groups, text, all, touched }: Props): ReactNode {
  const t = useTranslations('schema')
  const prefix = useId()
  const state = use(FormContext)?.state
  const refused = state?.status === 'rejected' ? state.fields : {}
  const shows = (setting: Setting) => {
    const marked = touched.has(setting.name) || refused[setting.name] !== undefined
    if (text !== '') return marked || matchesSetting(text, setting)
    return all || setting.set || marked
  }
  const shown = groups.map((group) => ({ ...group, hidden: group.settings.filter((one) => !shows(one)) }))
  const last = shown.findLast(({ settings: inside, hidden }) => hidden.length < inside.length)
  const settings = groups.flatMap((group) => group.settings)
  const found = text === '' ? 0 : settings.filter((setting) => matchesSetting(text, setting)).length

  return (
    <>
      <output className="js-only block text-sm text-ink-soft empty:hidden">
        {text !== '' && t('found', { count: found })}
        {text === '' && !settings.some(shows) && t('nothingSet')}
      </output>
      {shown.map(({ path, label, settings: inside, hidden }) => (
        <fieldset
          key={path}
          aria-labelledby={`${prefix}-${path}`}
          className={classNames(
            'grid min-w-0 grid-cols-[minmax(0,1fr)] gap-x-8 gap-y-3 border-b border-line pb-6 [contain-intrinsic-size:auto_14rem] [content-visibility:auto] lg:grid-cols-[11rem_minmax(0,1fr)]',
            path === last?.path && 'border-b-0',
            hidden.length === inside.length && HIDDEN,
          )}
        >
          <h2
            id={`${prefix}-${path}`}
            className="text-sm font-semibold"
            lang={path === '' ? undefined : 'en'}
          >
            {path === '' ? t('alone') : label}
          </h2>
          <div className="min-w-0 space-y-4">
            {partsOf(inside).map(({ part: within, inside: part }) => (
              <Part key={within} within={within} gone={part.every((one) => hidden.includes(one))}>
                {part.map((setting) => (
                  <div
                    key={setting.name}
                    className={classNames(
                      'min-w-0',
                      wide(setting) && 'sm:col-span-2',
                      hidden.includes(setting) && HIDDEN,
                    )}
                  >
                    <SettingField setting={setting} />
                  </div>
                ))}
              </Part>
            ))}
          </div>
        </fieldset>
      ))}
    </>
  )
}

/** Settings of a subgroup, under its name. */
function Part({ within, gone, children }: { within: string; gone: boolean; children: ReactNode }): ReactNode {
  const fields = (
    <div className="grid min-w-0 grid-cols-[minmax(0,1fr)] items-start gap-4 sm:grid-cols-2">{children}</div>
  )
  if (within === '') return <div className={gone ? 'hidden noscript:block' : undefined}>{fields}</div>
  return (
    <fieldset className={classNames('min-w-0 gap-2 not-first:pt-2', gone ? HIDDEN : 'grid')}>
      <legend lang="en" className="mb-2 text-sm font-medium text-ink-soft">
        {within}
      </legend>
      {fields}
    </fieldset>
  )
}

/** The settings of a group by subgroup, in their order. */
function partsOf(settings: readonly Setting[]): { part: string; inside: Setting[] }[] {
  const parts = new Map<string, Setting[]>()
  for (const setting of settings) {
    const part = setting.within.slice(1).join(' · ')
    parts.set(part, [...(parts.get(part) ?? []), setting])
  }
  return [...parts].map(([part, inside]) => ({ part, inside }))
}

function wide({ kind }: Setting): boolean {
  return kind === 'list' || kind === 'map' || kind === 'json' || kind === 'secret'
}
