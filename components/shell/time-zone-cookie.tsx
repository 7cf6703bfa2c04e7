'use client'
import { useRouter } from 'next/navigation'
import { useEffect } from 'react'
import { ZONE_COOKIE } from '../../lib/views/language.ts'

const YEAR_SECONDS = 31_536_000

/** Notes the browser's time zone, so that the server writes times in it; a page that already shows some is asked for again. */
export function TimeZoneCookie(): null {
  const router = useRouter()
  useEffect(() => {
    const zone = Intl.DateTimeFormat().resolvedOptions().timeZone
    if (!zone || document.cookie.split('; ').includes(`${ZONE_COOKIE}=${zone}`)) return
    const secure = location.protocol === 'https:' ? '; Secure' : ''
    document.cookie = `${ZONE_COOKIE}=${zone}; Path=/; Max-Age=${YEAR_SECONDS}; SameSite=Lax${secure}`
    if (document.querySelector('time') !== null) router.refresh()
  }, [router])
  return null
}
