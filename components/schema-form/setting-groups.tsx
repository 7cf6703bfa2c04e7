'use client'
import { ChevronRight } from 'lucide-react'
import { useTranslations } from 'next-intl'
import { use, useId, useState, type ReactNode } from 'react'
import { matchesSetting, type Setting, type SettingGroup } from '../../lib/views/schema-form.ts'
import { knownGroup } from '../../lib/views/setting-words.ts'
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
const HIDDEN = 'hidden noscript:block'

/**
 * The groups of a form generated from a schema. Those without a value are closed. A refused setting is always
 * visible.
 */
export function SettingGroups({ groups, text, all, touched }: Props): ReactNode {
  const t = useTranslations('schema')
  const [toggled, setToggled] = useState<ReadonlyMap<string, boolean>>(new Map())
  const state = use(FormContext)?.state
  const refused = state?.status === 'rejected' ? state.fields : {}
  const marked = ({ name }: Setting) => touched.has(name) || refused[name] !== undefined
  const shows = (setting: Setting) => {
    if (text !== '') return marked(setting) || matchesSetting(text, setting)
    return all || setting.set || marked(setting)
  }
  const isOpen = ({ path, settings }: SettingGroup) => {
    if (text !== '' || settings.some(({ name }) => refused[name] !== undefined)) return true
    return toggled.get(path) ?? (!all || settings.some((one) => one.set || marked(one)))
  }
  const settings = groups.flatMap((group) => group.settings)
  const last = groups.findLast((group) => group.settings.some(shows))
  const found = text === '' ? 0 : settings.filter((setting) => matchesSetting(text, setting)).length

  return (
    <>
      <output className="js-only block text-sm text-ink-soft empty:hidden">
        {text !== '' && t('found', { count: found })}
        {text === '' && !settings.some(shows) && t('nothingSet')}
      </output>
      <div>
        {groups.map((group) => (
          <Group
            key={group.path}
            group={group}
            hidden={group.settings.filter((one) => !shows(one))}
            open={isOpen(group)}
            last={group === last}
            onToggle={(open) => setToggled((known) => new Map([...known, [group.path, open]]))}
          />
        ))}
      </div>
    </>
  )
}

type GroupProps = {
  group: SettingGroup
  hidden: readonly Setting[]
  open: boolean
  last: boolean
  onToggle: (open: boolean) => void
}

function Group({ group: { path, label, settings }, hidden, open, last, onToggle }: GroupProps) {
  const t = useTranslations('schema')
  const id = useId()
  const count = settings.filter(({ set }) => set).length
  return (
    <details
      aria-labelledby={id}
      open={open}
      onToggle={({ currentTarget, target }) => {
        if (target === currentTarget && currentTarget.open !== open) onToggle(currentTarget.open)
      }}
      className={classNames(
        'group/settings border-line [contain-intrinsic-size:auto_3rem] [content-visibility:auto]',
        !last && 'border-b',
        hidden.length === settings.length && HIDDEN,
      )}
    >
      <summary className="-mx-2 flex items-center gap-2 rounded-md px-2 py-2.5 hover:bg-hover">
        <ChevronRight
          aria-hidden="true"
          className="size-4 shrink-0 text-ink-faint transition-[rotate] group-open/settings:rotate-90"
        />
        <h2 id={id} className="text-sm font-semibold" lang={path === '' ? undefined : langOf([path])}>
          {path === '' ? t('alone') : label}
        </h2>
        <span className="ml-auto text-xs text-ink-faint tabular-nums">
          {count > 0 && t('setOf', { count, all: settings.length })}
        </span>
      </summary>
      <div className="space-y-6 pt-2 pb-6 sm:pl-6">
        {partsOf(settings).map(({ path: within, label: title, inside }) => (
          <Part
            key={within.join('.')}
            title={title}
            lang={langOf(within)}
            gone={inside.every((one) => hidden.includes(one))}
          >
            {inside.map((setting) => (
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
    </details>
  )
}

type PartProps = { title: string; lang: string | undefined; gone: boolean; children: ReactNode }

/** Settings of a subgroup, under its name. */
function Part({ title, lang, gone, children }: PartProps): ReactNode {
  const fields = (
    <div className="grid min-w-0 grid-cols-[minmax(0,1fr)] items-start gap-x-6 gap-y-5 sm:grid-cols-[repeat(2,minmax(0,1fr))]">
      {children}
    </div>
  )
  if (title === '') return <div className={gone ? HIDDEN : undefined}>{fields}</div>
  return (
    <fieldset className={classNames('min-w-0', gone && HIDDEN)}>
      <legend lang={lang} className="mb-3 text-sm font-medium text-ink-soft">
        {title}
      </legend>
      {fields}
    </fieldset>
  )
}

/** The settings of a group by subgroup, in their order. */
function partsOf(settings: readonly Setting[]) {
  const parts = Map.groupBy(settings, ({ within }) => within.slice(1).join(' · '))
  return [...parts].map(([label, inside]) => ({
    label,
    inside,
    path: inside[0]?.path.split('.').slice(0, inside[0].within.length) ?? [],
  }))
}

function langOf(group: readonly string[]): 'en' | undefined {
  return knownGroup(group) === null ? 'en' : undefined
}

function wide({ kind }: Setting): boolean {
  return kind === 'list' || kind === 'map' || kind === 'json' || kind === 'secret'
}
