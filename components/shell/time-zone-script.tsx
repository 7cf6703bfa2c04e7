import type { ReactNode } from 'react'
import { ZONE_COOKIE } from '../../lib/views/language.ts'

const YEAR_SECONDS = 31_536_000

const SCRIPT = `{
  const zone = Intl.DateTimeFormat().resolvedOptions().timeZone
  const secure = location.protocol === 'https:' ? '; Secure' : ''
  if (zone && !document.cookie.split('; ').includes('${ZONE_COOKIE}=' + zone))
    document.cookie = '${ZONE_COOKIE}=' + zone + '; Path=/; Max-Age=${YEAR_SECONDS}; SameSite=Lax' + secure
}`

/**
 * Stores the browser's time zone in a cookie, so that the server formats times in it. It runs while the page
 * is parsed: a form that is sent before anything else has loaded already brings the zone along.
 */
export function TimeZoneScript({ nonce }: { nonce: string }): ReactNode {
  return <script nonce={nonce} dangerouslySetInnerHTML={{ __html: SCRIPT }} />
}
