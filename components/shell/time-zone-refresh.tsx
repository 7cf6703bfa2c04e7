'use client'
import { useTimeZone } from 'next-intl'
import { useRouter } from 'next/navigation'
import { useEffect } from 'react'

/**
 * Asks again for a page that shows times in another zone than the browser's: the first page that a browser
 * ever opens, or the first one after a journey.
 */
export function TimeZoneRefresh(): null {
  const router = useRouter()
  const shown = useTimeZone()
  useEffect(() => {
    if (Intl.DateTimeFormat().resolvedOptions().timeZone === shown) return undefined
    const onLoad = () => {
      if (document.querySelector('time') !== null) router.refresh()
    }
    // Most of the page may not have arrived yet.
    if (document.readyState === 'complete') onLoad()
    else addEventListener('load', onLoad, { once: true })
    return () => removeEventListener('load', onLoad)
  }, [router, shown])
  return null
}
