'use client'
import { ArrowDown, ArrowUp, Plus, X } from 'lucide-react'
import { useTranslations } from 'next-intl'
import { useState, type ReactNode } from 'react'
import { IconButton } from './icon-button.tsx'
import { MenuItem } from './menu-entries.tsx'
import { Menu } from './menu.tsx'
import type { Choice } from './select-field.tsx'
import { freshKey, type Keyed } from './use-rows.ts'

type Chosen = { readonly value: string }

type Props = {
  label: string
  choices: readonly Choice[]
  chosen: readonly Keyed<Chosen>[]
  onChosen: (chosen: readonly Keyed<Chosen>[]) => void
  readOnly: boolean
}

/** Several choices in an order. Values that are no choice stay; choices that differ only in case are one. */
export function OrderedChoices({ label, choices, chosen, onChosen, readOnly }: Props): ReactNode {
  const t = useTranslations('form.rows')
  const [announcement, setAnnouncement] = useState('')
  const labelOf = (value: string) => choices.find((choice) => choice.value === value)?.label ?? value
  const taken = new Set(chosen.map(({ value }) => value.toLowerCase()))
  const left = choices.filter(({ value }, at) => {
    const same = (other: Choice) => other.value.toLowerCase() === value.toLowerCase()
    return !taken.has(value.toLowerCase()) && choices.findIndex(same) === at
  })

  function move(from: number, to: number) {
    const row = chosen[from]
    if (row === undefined || to < 0 || to >= chosen.length) return
    onChosen(chosen.toSpliced(from, 1).toSpliced(to, 0, row))
    setAnnouncement(t('moved', { item: labelOf(row.value), position: to + 1, count: chosen.length }))
  }

  return (
    <div className="space-y-1.5">
      {chosen.length > 0 && (
        <ol className="max-w-md divide-y divide-line rounded-md border border-line">
          {chosen.map(({ key, value }, at) => {
            const item = labelOf(value)
            return (
              <li key={key} className="flex min-h-control items-center gap-1 py-0.5 pr-1 pl-2.5 text-sm">
                <span aria-hidden="true" className="w-5 text-xs text-ink-faint tabular-nums">
                  {at + 1}
                </span>
                <span className="min-w-0 flex-1 truncate" title={item}>
                  {item}
                </span>
                {!readOnly && (
                  <>
                    <IconButton
                      label={t('up', { item })}
                      size="small"
                      aria-disabled={at === 0}
                      onClick={() => move(at, at - 1)}
                    >
                      <ArrowUp aria-hidden="true" />
                    </IconButton>
                    <IconButton
                      label={t('down', { item })}
                      size="small"
                      aria-disabled={at === chosen.length - 1}
                      onClick={() => move(at, at + 1)}
                    >
                      <ArrowDown aria-hidden="true" />
                    </IconButton>
                    <IconButton
                      label={t('removeItem', { item })}
                      size="small"
                      onClick={(event) => {
                        neighbourOf(event.currentTarget)?.focus()
                        onChosen(chosen.toSpliced(at, 1))
                      }}
                    >
                      <X aria-hidden="true" />
                    </IconButton>
                  </>
                )}
              </li>
            )
          })}
        </ol>
      )}
      {readOnly && chosen.length === 0 && <p className="text-sm text-ink-soft">{t('empty')}</p>}
      {!readOnly && left.length > 0 && (
        <Menu
          size="small"
          trigger={
            <>
              <Plus aria-hidden="true" />
              {t('addTo', { label })}
            </>
          }
        >
          {left.map((choice) => (
            <MenuItem
              key={choice.value}
              run={() => onChosen([...chosen, { key: freshKey(chosen), value: choice.value }])}
            >
              {choice.label}
            </MenuItem>
          ))}
        </Menu>
      )}
      <output className="sr-only">{announcement}</output>
    </div>
  )
}

/** What takes the focus when a row is removed: the same button of the next row, or the one that adds. */
function neighbourOf(button: HTMLElement): HTMLElement | null {
  const row = button.closest('li')
  const other = row?.nextElementSibling ?? row?.previousElementSibling
  return (
    other?.querySelector<HTMLElement>('button:last-of-type') ??
    row?.parentElement?.nextElementSibling?.querySelector<HTMLElement>('button') ??
    null
  )
}
