'use client'
import { Toast } from '@base-ui/react/toast'
import { CircleAlert, CircleCheck, Info, TriangleAlert, X } from 'lucide-react'
import { useTranslations } from 'next-intl'
import { useEffect, type ReactNode } from 'react'
import { buttonClass } from './button.tsx'
import { iconButtonClass } from './icon-button.tsx'
import type { Tone } from './notice.tsx'
import { showToasts, type ToastTexts } from './use-toasts.ts'

const MARKS = {
  info: { icon: Info, ink: 'text-accent-ink' },
  success: { icon: CircleCheck, ink: 'text-good' },
  warning: { icon: TriangleAlert, ink: 'text-warn' },
  error: { icon: CircleAlert, ink: 'text-bad' },
}
const SECONDS = { short: 6, long: 12 }
/** A longer text takes longer to read. */
const SHORT_TEXT = 60
/** A live region announces only what is added later, so it exists for a moment before the first toast. */
const LIVE_REGION_DELAY_MS = 100

type Data = { tone: Tone }
const manager = Toast.createToastManager<Data>()

/**
 * Toasts, newest first. They stay while hovered or focused; F6 moves the focus to them, Escape back. Errors
 * do not time out.
 */
export function ToastList(): ReactNode {
  const t = useTranslations('ui.toast')
  useToastDisplay()
  return (
    <Toast.Provider toastManager={manager} limit={3}>
      <Toast.Portal>
        <Toast.Viewport
          aria-label={t('region')}
          className="fixed right-4 bottom-4 z-50 flex w-[min(22rem,calc(100vw-2rem))] flex-col-reverse gap-2"
        >
          <Toasts />
        </Toast.Viewport>
      </Toast.Portal>
    </Toast.Provider>
  )
}

function Toasts(): ReactNode {
  const t = useTranslations('ui.toast')
  const { toasts } = Toast.useToastManager<Data>()
  return toasts.map((toast) => {
    const { icon: Icon, ink } = MARKS[toast.data?.tone ?? 'info']
    return (
      <Toast.Root
        key={toast.id}
        toast={toast}
        className="translate-x-(--toast-swipe-movement-x) rounded-lg border border-transparent bg-raised text-sm text-ink shadow-float transition-[opacity,translate] data-ending-style:opacity-0 data-limited:hidden data-starting-style:translate-y-2 data-starting-style:opacity-0"
        swipeDirection="right"
      >
        <Toast.Content className="flex items-start gap-2.5 py-2 pr-2 pl-3">
          <Icon aria-hidden="true" className={`mt-1.5 size-4 shrink-0 ${ink}`} />
          <div className="min-w-0 flex-1 py-1">
            <Toast.Title render={<p />} className="font-medium break-words" />
            <Toast.Description className="break-words text-ink-soft" />
          </div>
          <Toast.Action className={buttonClass('plain', undefined, 'small')} />
          {/* Toasts are not stacked here, so the close button is always visible. */}
          <Toast.Close
            aria-hidden={false}
            aria-label={t('dismiss')}
            className={iconButtonClass(undefined, 'small')}
          >
            <X aria-hidden="true" />
          </Toast.Close>
        </Toast.Content>
      </Toast.Root>
    )
  })
}

function useToastDisplay(): void {
  useEffect(() => {
    let end = () => {}
    const timer = setTimeout(() => (end = showToasts(show)), LIVE_REGION_DELAY_MS)
    return () => {
      clearTimeout(timer)
      end()
    }
  }, [])
}

/** The toast that is shown under each title: another with the same title replaces it. */
const shown = new Map<string, string>()

function show({ title, description, tone = 'info', action }: ToastTexts): void {
  const isLong = action !== undefined || `${title}${description ?? ''}`.length > SHORT_TEXT
  const same = shown.get(title)
  if (same !== undefined) manager.close(same)
  const id: string = manager.add({
    title,
    description,
    data: { tone },
    timeout: tone === 'error' ? 0 : 1000 * (isLong ? SECONDS.long : SECONDS.short),
    ...(action && {
      actionProps: {
        children: action.label,
        onClick: () => {
          manager.close(id)
          action.run()
        },
      },
    }),
    onRemove: () => {
      if (shown.get(title) === id) shown.delete(title)
    },
  })
  shown.set(title, id)
}
