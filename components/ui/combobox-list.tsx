'use client'
import { Combobox } from '@base-ui/react/combobox'
import { Check } from 'lucide-react'
import { useTranslations } from 'next-intl'
import type { ReactNode } from 'react'
import { Button } from './button.tsx'
import { classNames } from './class-names.ts'
import { POPUP } from './popup.ts'
import { Spinner } from './spinner.tsx'
import type { Choices, Option } from './use-choices.ts'

type Props = { choices: Choices; text: string; retry: () => void }

/** The matching options, how many are shown of how many, and a retry button after a failure. */
export function ComboboxList({ choices, text, retry }: Props): ReactNode {
  const t = useTranslations('ui')
  const { pending, failure } = choices
  return (
    <Combobox.Portal>
      <Combobox.Positioner sideOffset={4} positionMethod="fixed" collisionPadding={8} className="z-40">
        <Combobox.Popup
          aria-busy={pending || undefined}
          className={classNames(POPUP, 'w-(--anchor-width) max-w-(--available-width)')}
        >
          <Combobox.List className="max-h-[min(18rem,var(--available-height))] overflow-y-auto overscroll-contain p-1 empty:hidden">
            {(option: Option) => (
              <Combobox.Item
                key={option.id}
                value={option}
                className="flex min-h-7 cursor-default items-center gap-2 rounded-md px-2 py-0.5 select-none data-highlighted:highlight pointer-coarse:min-h-control"
              >
                <span className="min-w-0 flex-1">
                  <span className="block truncate">{option.label}</span>
                  {option.about !== undefined && (
                    <span className="block truncate text-xs text-ink-faint">{option.about}</span>
                  )}
                </span>
                <Combobox.ItemIndicator>
                  <Check aria-hidden="true" className="size-4 text-accent-ink" />
                </Combobox.ItemIndicator>
              </Combobox.Item>
            )}
          </Combobox.List>
          <div className="flex min-h-8 items-center justify-between gap-2 border-t border-line pr-1 pl-3 text-xs text-ink-faint">
            <Combobox.Status className="flex min-w-0 items-center gap-2">
              <ListStatus choices={choices} text={text} />
            </Combobox.Status>
            {failure && !failure.newVersion && !pending && (
              // Focus stays in the input; keyboard users reach the same button below it.
              <Button
                size="small"
                tabIndex={-1}
                onMouseDown={(event) => event.preventDefault()}
                onClick={retry}
              >
                {t('retry')}
              </Button>
            )}
          </div>
        </Combobox.Popup>
      </Combobox.Positioner>
    </Combobox.Portal>
  )
}

function ListStatus({ choices, text }: { choices: Choices; text: string }): ReactNode {
  const t = useTranslations('ui.combobox')
  const { found, failure, pending } = choices
  if (pending) {
    return (
      <>
        <Spinner />
        <span className="animate-delayed">{t('searching')}</span>
      </>
    )
  }
  if (failure?.newVersion) return failure.message
  if (failure) return t('failed')
  if (!found) return null
  if (found.options.length === 0) return text === '' ? t('nothing') : t('empty', { text })
  return (
    <span className="tabular-nums">{t('shown', { shown: found.options.length, total: found.total })}</span>
  )
}
