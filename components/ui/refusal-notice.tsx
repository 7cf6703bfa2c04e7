'use client'
import { useTranslations } from 'next-intl'
import { usePathname } from 'next/navigation'
import type { ReactNode } from 'react'
import type { Refusal } from '../../lib/views/form.ts'
import { Notice } from './notice.tsx'
import { ReloadButton } from './reload-button.tsx'

/** The parts of a refusal that are not about single fields. */
export type RefusalTexts = Pick<Refusal<string>, 'message' | 'reference' | 'proveFirst' | 'newVersion'>
type Props = { state: RefusalTexts; children?: ReactNode }

/** Says why an action was refused, and what the viewer can do about it. */
export function RefusalNotice({ state, children }: Props): ReactNode {
  const { message, reference, proveFirst, newVersion } = state
  return (
    <Notice tone={newVersion ? 'warning' : 'error'} title={message} reference={reference}>
      {proveFirst && <StepUpLink />}
      {newVersion === 'found' && <ReloadButton />}
      {children}
    </Notice>
  )
}

/** Without script there is no step-up dialog: a link to its page, which leads back here. */
function StepUpLink(): ReactNode {
  const t = useTranslations('ui')
  const path = usePathname()
  return (
    <noscript>
      <a href={`/prove?next=${encodeURIComponent(path)}`} className="underline underline-offset-2">
        {t('prove')}
      </a>
    </noscript>
  )
}
