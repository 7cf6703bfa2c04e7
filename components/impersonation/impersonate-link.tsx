import { Eye } from 'lucide-react'
import { useTranslations } from 'next-intl'
import type { ReactNode } from 'react'
import { PaletteActions } from '../palette/palette-actions.tsx'
import { LinkButton } from '../ui/link-button.tsx'
import { useNameLabel } from '../shell/name-label.tsx'

type Props = {
  href: `/users/${string}/impersonate` | `/accounts/${string}/impersonate`
  /** The user to impersonate, or the account. */
  of: 'user' | 'account'
  name: string
}

/** A link to impersonate a user or an account, on the page and in the palette. */
export function ImpersonateLink({ href, of, name }: Props): ReactNode {
  const t = useTranslations('impersonation.start')
  const named = useNameLabel()(of, name)
  const label = of === 'user' ? t('asUser', { name: named }) : t('inAccount', { account: named })
  return (
    <>
      <PaletteActions actions={[{ label, href }]} />
      <LinkButton href={href}>
        <Eye aria-hidden="true" />
        {t('title')}
      </LinkButton>
    </>
  )
}
