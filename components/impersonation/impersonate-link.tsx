import { Eye } from 'lucide-react'
import { useTranslations } from 'next-intl'
import type { ReactNode } from 'react'
import { PaletteActions } from '../palette/palette-actions.tsx'
import { LinkButton } from '../ui/link-button.tsx'

type Props = { href: `/users/${string}/impersonate` | `/accounts/${string}/impersonate`; label: string }

/** A link to impersonate a user or an account, on the page and in the palette. */
export function ImpersonateLink({ href, label }: Props): ReactNode {
  const t = useTranslations('impersonation.start')
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
