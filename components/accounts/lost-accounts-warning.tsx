'use client'
import { useTranslations } from 'next-intl'
import { use, type ReactNode } from 'react'
import type { AccountsKept } from '../../lib/views/account.ts'
import { Button } from '../ui/button.tsx'
import { CopyButton } from '../ui/copy-button.tsx'
import { useFieldState } from '../ui/form-context.ts'
import { Notice } from '../ui/notice.tsx'

type Props = { kept: Promise<AccountsKept>; parent: string }

/**
 * Warns that Kazoo loses accounts created below `parent`: beforehand where that is known, otherwise once it
 * has happened. The form can be sent all the same.
 */
export function LostAccountsWarning({ kept, parent }: Props): ReactNode {
  const t = useTranslations('accounts.form.lost')
  const beforehand = use(kept) === 'lost'
  const happened = useFieldState('notKept').typed === 'yes'
  if (!beforehand && !happened) return null
  const forward = t('forward', { parent })
  return (
    <Notice tone="warning" title={happened ? t('why') : t('title', { parent })}>
      <p>{t('about')}</p>
      <div className="flex items-start gap-1">
        <blockquote className="min-w-0 border-l-2 border-line-strong pl-3 text-ink-soft">
          {forward}
        </blockquote>
        <CopyButton text={forward} label={t('copy')} />
      </div>
      {happened ? <Button type="submit">{t('again')}</Button> : <p>{t('goOn')}</p>}
    </Notice>
  )
}
