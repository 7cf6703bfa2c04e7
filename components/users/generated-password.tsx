'use client'
import { useTranslations } from 'next-intl'
import { useEffect, useRef, type ReactNode } from 'react'
import type { Success } from '../../lib/views/form.ts'
import { CopyButton } from '../ui/copy-button.tsx'
import { LinkButton } from '../ui/link-button.tsx'
import { Notice } from '../ui/notice.tsx'

type Props = {
  done: Success
  /** In place of the link to the user. */
  next?: ReactNode
}

const NOTHING: readonly string[] = []

/** A username with its generated password, shown only once. `once` holds both, and the user's id. */
export function GeneratedPassword({ done: { message, once = NOTHING }, next }: Props): ReactNode {
  const t = useTranslations('users.once')
  const section = useRef<HTMLElement>(null)
  // The form that had the focus is gone.
  useEffect(() => section.current?.focus(), [])
  const [username = '', password = '', user = ''] = once
  return (
    <section ref={section} tabIndex={-1} className="space-y-4 text-sm outline-none">
      <Notice tone="success">
        <p>{message}</p>
      </Notice>
      <Notice tone="warning" title={t('title')}>
        <p>{t('about')}</p>
      </Notice>
      <dl className="grid grid-cols-[minmax(0,7rem)_minmax(0,1fr)] items-center gap-x-4 gap-y-1.5 rounded-md border border-line bg-sunken p-4">
        <dt className="text-ink-faint">{t('username')}</dt>
        <dd className="monospace break-all select-all">{username}</dd>
        <dt className="text-ink-faint">{t('password')}</dt>
        <dd className="flex flex-wrap items-center gap-2">
          <code className="monospace break-all select-all">{password}</code>
          <CopyButton text={password} label={t('copy', { label: t('password') })} />
        </dd>
      </dl>
      {next ?? (
        <LinkButton href={`/users/${user}`} weight="primary">
          {t('kept')}
        </LinkButton>
      )}
    </section>
  )
}
