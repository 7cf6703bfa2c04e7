'use client'
import { AlertDialog } from '@base-ui/react/alert-dialog'
import { useTranslations } from 'next-intl'
import { useRef, type ReactNode } from 'react'
import { Button } from './button.tsx'
import { classNames } from './class-names.ts'
import { BACKDROP, POPUP } from './popup.ts'

type Props = { lost: readonly string[]; onStay: () => void; onLeave: () => void }

/** Asks whether to discard unsaved input; staying is the default. */
export function LeaveDialog({ lost, onStay, onLeave }: Props): ReactNode {
  const t = useTranslations('form.leave')
  const stay = useRef<HTMLButtonElement>(null)
  return (
    <AlertDialog.Root open onOpenChange={(open) => !open && onStay()}>
      <AlertDialog.Portal>
        <AlertDialog.Backdrop className={BACKDROP} />
        <AlertDialog.Popup
          initialFocus={stay}
          className={classNames(
            POPUP,
            'fixed top-1/2 left-1/2 z-30 max-h-[calc(100dvh-2rem)] w-[calc(100vw-2rem)] max-w-md -translate-1/2 space-y-4 overflow-auto p-5',
          )}
        >
          <AlertDialog.Title className="text-lg font-semibold">{t('title')}</AlertDialog.Title>
          <AlertDialog.Description render={<div />} className="space-y-2 text-ink-soft">
            {lost.length === 0 ? (
              <p>{t('lost')}</p>
            ) : (
              <>
                <p>{t('fields', { count: lost.length })}</p>
                <ul className="list-disc pl-5 text-ink">
                  {lost.map((label) => (
                    <li key={label}>{label}</li>
                  ))}
                </ul>
              </>
            )}
          </AlertDialog.Description>
          <div className="flex flex-wrap justify-end gap-2">
            <Button weight="danger" onClick={onLeave}>
              {t('leave')}
            </Button>
            <Button ref={stay} weight="primary" onClick={onStay}>
              {t('stay')}
            </Button>
          </div>
        </AlertDialog.Popup>
      </AlertDialog.Portal>
    </AlertDialog.Root>
  )
}
