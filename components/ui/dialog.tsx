'use client'
import { Dialog as Base } from '@base-ui/react/dialog'
import { X } from 'lucide-react'
import { useTranslations } from 'next-intl'
import type { ReactNode } from 'react'
import { buttonClass, type Weight } from './button.tsx'
import { classNames } from './class-names.ts'
import { iconButtonClass } from './icon-button.tsx'
import { BACKDROP, POPUP } from './popup.ts'

type Props = {
  title: string
  /** A description below the title. */
  about?: ReactNode
  /** Content of the button that opens the dialog; absent when `open` controls it. */
  trigger?: ReactNode
  weight?: Weight
  open?: boolean | undefined
  onOpenChange?: ((open: boolean) => void) | undefined
  wide?: boolean
  /** The element to focus at first; by default the first focusable one. */
  focusFirst?: () => HTMLElement | null | undefined
  /** The buttons, for example `DialogClose`. */
  foot?: ReactNode
  children: ReactNode
}

/** A modal dialog. It traps the focus and returns it when it closes. */
export function Dialog(props: Props): ReactNode {
  const {
    title,
    about,
    trigger,
    weight,
    open,
    onOpenChange,
    wide = false,
    focusFirst,
    foot,
    children,
  } = props
  const t = useTranslations('ui')
  return (
    <Base.Root open={open} onOpenChange={(next) => onOpenChange?.(next)}>
      {trigger !== undefined && (
        <Base.Trigger className={classNames('js-only', buttonClass(weight))}>{trigger}</Base.Trigger>
      )}
      <Base.Portal>
        <Base.Backdrop className={BACKDROP} />
        <Base.Popup
          initialFocus={() => focusFirst?.() ?? true}
          className={classNames(
            POPUP,
            'fixed top-1/2 left-1/2 z-30 flex max-h-[calc(100dvh-2rem)] w-[calc(100vw-2rem)] -translate-1/2 flex-col',
            wide ? 'max-w-2xl' : 'max-w-md',
          )}
        >
          <header className="flex items-start gap-3 px-5 pt-4 pb-3">
            <div className="min-w-0 flex-1 space-y-1">
              <Base.Title className="text-lg font-semibold break-words">{title}</Base.Title>
              {about !== undefined && <Base.Description className="text-ink-soft">{about}</Base.Description>}
            </div>
            <Base.Close aria-label={t('close')} title={t('close')} className={iconButtonClass('-mr-2')}>
              <X aria-hidden="true" />
            </Base.Close>
          </header>
          <div className="min-h-0 flex-1 overflow-y-auto px-5 pt-1 pb-5">{children}</div>
          {foot !== undefined && (
            <footer className="flex flex-wrap justify-end gap-2 border-t border-line px-5 py-3">
              {foot}
            </footer>
          )}
        </Base.Popup>
      </Base.Portal>
    </Base.Root>
  )
}

/** A button that closes the dialog around it. */
export function DialogClose({ weight, children }: { weight?: Weight; children: ReactNode }): ReactNode {
  return <Base.Close className={buttonClass(weight)}>{children}</Base.Close>
}
