import { useTranslations } from 'next-intl'
import { isUnsupported, readableText } from '../../lib/views/unsupported.ts'

/** The texts of call forwarding; a device has no `forwardSubstitute` and no `forwardFailover`. */
type Forwarding = {
  forwardEnabled: string
  forwardNumber: string
  forwardDirectCallsOnly: string
  forwardSubstitute?: string
  forwardFailover?: string
}

/** Tells in a sentence where calls are forwarded to; null: they are not. */
export function useForwardingSentence(): (forwarding: Forwarding) => string | null {
  const t = useTranslations('devices.overview.forwarding')
  return ({ forwardEnabled, forwardNumber, forwardDirectCallsOnly, forwardSubstitute, forwardFailover }) => {
    const number = readableText(forwardNumber)
    if (number === '') return null
    if (forwardEnabled === '' || isUnsupported(forwardEnabled))
      return forwardFailover === 'on' ? t('failover', { number }) : null
    if (forwardSubstitute === '') return t('also', { number })
    return t(forwardDirectCallsOnly === 'on' ? 'direct' : 'all', { number })
  }
}
