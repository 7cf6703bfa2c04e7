'use client'
import { useTranslations } from 'next-intl'
import { useId, useState, type ReactNode } from 'react'
import type { SettingChoice } from '../../lib/views/schema-form.ts'
import { MAP } from '../../lib/views/setting-rows.ts'
import { useBackingText } from '../ui/backing-text.ts'
import { Segments } from '../ui/segments.tsx'

type Props = {
  entries: readonly SettingChoice[]
  choices: readonly SettingChoice[]
}

/** What is inherited needs no entry. */
const INHERIT = 'inherit'

/** A map with known names, each with one of a few values. Names and values that are stored stay. */
export function EntriesEditor({ entries, choices }: Props): ReactNode {
  const backing = useBackingText()
  const t = useTranslations('schema')
  const id = useId()
  const [stored] = useState(() => pairsIn(backing.text))
  const pairs = pairsIn(backing.text)
  const known = new Set(entries.map(({ value }) => value))
  const others = [...stored.keys(), ...pairs.keys()].filter((name) => !known.has(name))
  const names = [...entries, ...[...new Set(others)].map((name) => ({ value: name, label: name }))]

  function choose(name: string, value: string) {
    const next = new Map(pairs)
    // What was stored without need stays as it was.
    if (value === '' || (value === INHERIT && stored.get(name) !== INHERIT)) next.delete(name)
    else next.set(name, value)
    backing.write(MAP.write({ rows: [...next].map((cells) => ({ cells })), kept: [] }))
  }

  const inherits = choices.some(({ value }) => value === INHERIT)
  const unset = inherits ? [] : [{ value: '', label: t('unset') }]
  return (
    <ul className="max-w-xl divide-y divide-line border-y border-line">
      {names.map(({ value: name, label }) => {
        const chosen = pairs.get(name) || (inherits ? INHERIT : '')
        const odd = [...unset, ...choices].some(({ value }) => value === chosen)
          ? []
          : [{ value: chosen, label: chosen }]
        return (
          <li key={name} className="flex flex-wrap items-center justify-between gap-x-4 gap-y-1 py-1.5">
            <span className="min-w-0 text-sm wrap-anywhere">{label}</span>
            <div role="radiogroup" aria-label={label} aria-readonly={backing.readOnly || undefined}>
              <Segments
                name={`${id}-${name}`}
                chosen={chosen}
                choices={[...odd, ...unset, ...choices]}
                readOnly={backing.readOnly}
                controlled
                onChoose={(value) => choose(name, value)}
              />
            </div>
          </li>
        )
      })}
    </ul>
  )
}

function pairsIn(text: string): Map<string, string> {
  return new Map(
    (MAP.read(text)?.rows ?? []).map(({ cells: [name = '', value = ''] }) => [name, value] as const),
  )
}
