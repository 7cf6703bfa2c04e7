'use client'
import { WifiOff } from 'lucide-react'
import { useTranslations } from 'next-intl'
import { useSyncExternalStore, type ReactNode } from 'react'

/** Says that the browser is offline and that nothing is lost. */
export function OfflineNotice(): ReactNode {
  const t = useTranslations('shell.offline')
  const online = useSyncExternalStore(
    watch,
    () => navigator.onLine,
    () => true,
  )
  return (
    <output className="block">
      {!online && (
        <span className="flex items-start gap-2 border-b border-line bg-warn-soft px-4 py-2 text-sm text-warn [&_svg]:mt-0.5 [&_svg]:size-4 [&_svg]:shrink-0">
          <WifiOff aria-hidden="true" />
          <span>
            <strong className="font-semibold">{t('title')}</strong> {t('text')}
          </span>
        </span>
      )}
    </output>
  )
}

function watch(changed: () => void): () => void {
  window.addEventListener('online', changed)
  window.addEventListener('offline', changed)
  return () => {
    window.removeEventListener('online', changed)
    window.removeEventListener('offline', changed)
  }
}
