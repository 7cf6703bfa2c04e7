import { useTranslations } from 'next-intl'
import type { ReactNode } from 'react'
import type { FormAction } from '../../lib/views/form.ts'
import type { BoxPageData } from '../../lib/views/user.ts'
import type { ViewerBadge } from '../../lib/views/viewer.ts'
import type { BoxField } from '../../lib/views/voicemail-fields.ts'
import { PageHeader } from '../shell/page-header.tsx'
import { LinkButton } from '../ui/link-button.tsx'
import { VoicemailBoxForm } from './voicemail-box-form.tsx'
import { useNameLabel } from '../shell/name-label.tsx'

type Props = BoxPageData & { viewer: ViewerBadge; edit: FormAction<BoxField> }

/** A voicemail box of a user. */
export function VoicemailBoxPage({ box, user, owner, breadcrumbs, viewer, edit }: Props): ReactNode {
  const t = useTranslations('users')
  const ownerName = useNameLabel()('user', owner)
  return (
    <>
      <PageHeader
        title={box.name}
        of="vmbox"
        breadcrumbs={breadcrumbs}
        about={t('box.about', { name: ownerName })}
      />
      <VoicemailBoxForm
        box={box}
        action={edit}
        editable={viewer.may.includes('user.edit')}
        impersonating={viewer.impersonation !== null}
        beside={<LinkButton href={`/users/${user}`}>{t('page.back', { name: ownerName })}</LinkButton>}
      />
    </>
  )
}
