'use client'
import { useTranslations } from 'next-intl'
import type { ReactNode } from 'react'
import { Button, type Size } from './button.tsx'
import { reloadKeepingDrafts } from './form-draft.ts'

/** Loads the page anew, from the version of the portal that is there now. Forms keep what was typed into them. */
export function ReloadButton({ size }: { size?: Size }): ReactNode {
  const t = useTranslations('ui')
  return (
    <Button onClick={reloadKeepingDrafts} {...(size && { size })}>
      {t('reload')}
    </Button>
  )
}
