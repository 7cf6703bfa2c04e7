'use client'
import { useTranslations } from 'next-intl'
import type { ReactNode } from 'react'
import { Button, type Size } from './button.tsx'
import { reloadKeepingDrafts } from './form-draft.ts'

/** Reloads the page to get the current version of the portal. Forms keep what was typed. */
export function ReloadButton({ size }: { size?: Size }): ReactNode {
  const t = useTranslations('ui')
  return (
    <Button onClick={reloadKeepingDrafts} {...(size && { size })}>
      {t('reload')}
    </Button>
  )
}
