'use client'
import { useTranslations } from 'next-intl'
import type { ReactNode } from 'react'
import { Button } from './button.tsx'

/** Generates a secret for the field beside it. */
export function SuggestButton({ onSuggest }: { onSuggest: (secret: string) => void }): ReactNode {
  const t = useTranslations('form.password')
  return (
    <Button onClick={() => onSuggest(randomSecret())} className="js-only">
      {t('suggest')}
    </Button>
  )
}

const LETTERS = 'abcdefghijkmnopqrstuvwxyzABCDEFGHJKLMNPQRSTUVWXYZ23456789'

/** 20 unambiguous letters and digits: 116 bits. */
function randomSecret(): string {
  const secret: string[] = []
  while (secret.length < 20) {
    const [byte = 255] = crypto.getRandomValues(new Uint8Array(1))
    // Bytes beyond a multiple of the alphabet's length would favour its first letters.
    if (byte < 4 * LETTERS.length) secret.push(LETTERS.charAt(byte % LETTERS.length))
  }
  return secret.join('')
}
