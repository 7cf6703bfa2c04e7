'use client'
import { Download, Printer } from 'lucide-react'
import { useTranslations } from 'next-intl'
import { useEffect, useRef, type ReactNode } from 'react'
import type { Success } from '../../lib/views/form.ts'
import { Button, buttonClass } from '../ui/button.tsx'
import { CopyButton } from '../ui/copy-button.tsx'
import { LinkButton } from '../ui/link-button.tsx'
import { Notice } from '../ui/notice.tsx'

/** The member and host that are printed with the codes. */
export type CodesOwner = { email: string; host: string }

type Props = { done: Success; owner: CodesOwner }

const NONE: readonly string[] = []

/** Recovery codes, shown only once: to copy, download or print. */
export function RecoveryCodes({ done: { message, once = NONE }, owner }: Props): ReactNode {
  const t = useTranslations('members.security.codes')
  const section = useRef<HTMLElement>(null)
  // The form that had the focus is gone.
  useEffect(() => section.current?.focus(), [])
  const head = t('head', owner)
  const text = `${head}\n\n${once.join('\n')}\n`
  return (
    <section ref={section} tabIndex={-1} data-shown-once className="space-y-4 text-sm outline-none">
      <Notice tone="success">
        <p>{message}</p>
      </Notice>
      <Notice tone="warning" title={t('once')}>
        <p>{t('keep')}</p>
      </Notice>
      <div className="print-area rounded-md border border-line bg-sunken p-4">
        <p className="mb-3 hidden text-sm print:block">{head}</p>
        <ol aria-label={t('list')} className="monospace grid gap-x-8 gap-y-1.5 sm:grid-cols-2">
          {once.map((code) => (
            <li key={code} className="select-all">
              {code}
            </li>
          ))}
        </ol>
      </div>
      <div className="flex flex-wrap items-center gap-2">
        <a
          href={`data:text/plain;charset=utf-8,${encodeURIComponent(text)}`}
          download={t('file')}
          className={buttonClass()}
        >
          <Download aria-hidden="true" />
          {t('download')}
        </a>
        <Button onClick={() => print()} className="js-only">
          <Printer aria-hidden="true" />
          {t('print')}
        </Button>
        <CopyButton text={once.join('\n')} label={t('copy')} />
        <LinkButton href="/profile/security" weight="primary" className="ml-auto">
          {t('kept')}
        </LinkButton>
      </div>
    </section>
  )
}
