'use client'
import { useTranslations } from 'next-intl'
import type { ReactNode } from 'react'
import { Button } from './button.tsx'

/** Thinks up a secret for the field beside it. */
export function SuggestButton({ put }: { put: (secret: string) => void }): ReactNode {
  const t = useTranslations('form.password')
  return (
    <Button onClick={() => put(randomSecret())} className="js-only">
      {t('suggest')}
    </Button>
  )
}

const LETTERS = 'abcdefghijkmnopqrstuvwxyzABCDEFGHJKLMNPQRSTUVWXYZ23456789'

/** 20 letters and figures that cannot be mistaken for one another: 116 bits. */
function randomSecret(): string {
  const secret: string[] = []
  while (secret.length < 20) {
    const [byte = 255] = crypto.getRandomValues(new Uint8Array(1))
    // Bytes beyond a whole multiple would favour the first letters.
    if (byte < 4 * LETTERS.length) secret.push(LETTERS.charAt(byte % LETTERS.length))
  }
  return secret.join('')
}
