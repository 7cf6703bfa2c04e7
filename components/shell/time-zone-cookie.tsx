'use client'
import { useRouter } from 'next/navigation'
import { useEffect } from 'react'
import { ZONE_COOKIE } from '../../lib/views/language.ts'

const YEAR_SECONDS = 31_536_000

/**
 * Stores the browser's time zone in a cookie, so that the server formats times in it; refreshes a page that
 * shows times.
 */
export function TimeZoneCookie(): null {
  const router = useRouter()
  useEffect(() => {
    const zone = Intl.DateTimeFormat().resolvedOptions().timeZone
    if (!zone || document.cookie.split('; ').includes(`${ZONE_COOKIE}=${zone}`)) return undefined
    const secure = location.protocol === 'https:' ? '; Secure' : ''
    document.cookie = `${ZONE_COOKIE}=${zone}; Path=/; Max-Age=${YEAR_SECONDS}; SameSite=Lax${secure}`
    const onLoad = () => {
      if (document.querySelector('time') !== null) router.refresh()
    }
    // Most of the page may not have arrived yet.
    if (document.readyState === 'complete') onLoad()
    else addEventListener('load', onLoad, { once: true })
    return () => removeEventListener('load', onLoad)
  }, [router])
  return null
}
