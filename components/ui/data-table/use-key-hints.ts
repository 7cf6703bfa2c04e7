'use client'
import { useTranslations } from 'next-intl'
import type { KeyHint } from '../key-hints.tsx'

/** What keys do in a list. */
export function useKeyHints({ selects, renames }: { selects: boolean; renames: boolean }): KeyHint[] {
  const t = useTranslations('table.keys')
  return [
    { keys: ['↑', '↓'], does: t('move') },
    ...(selects ? [{ keys: [t('space')], does: t('select') }] : []),
    ...(renames ? [{ keys: ['F2'], does: t('rename') }] : []),
    { keys: ['/'], does: t('filter') },
  ]
}
