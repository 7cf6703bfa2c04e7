import type { ReactNode } from 'react'
import type { FormAction } from '../../lib/views/form.ts'
import type { BoxPageData } from '../../lib/views/user.ts'
import type { ViewerBadge } from '../../lib/views/viewer.ts'
import type { BoxField } from '../../lib/views/voicemail-fields.ts'
import { NameLabel } from '../shell/name-label.tsx'
import { UserFrame } from './user-frame.tsx'
import { VoicemailBoxForm } from './voicemail-box-form.tsx'

type Props = BoxPageData & { viewer: ViewerBadge; edit: FormAction<BoxField> }

/** A voicemail box, below its user. */
export function VoicemailBoxPage({ box, header, viewer, edit }: Props): ReactNode {
  return (
    <UserFrame {...{ header, viewer }} current={null}>
      <h2 className="text-lg font-semibold">
        <NameLabel of="vmbox" name={box.name} />
      </h2>
      <VoicemailBoxForm
        box={box}
        action={edit}
        editable={viewer.may.includes('user.edit')}
        impersonating={viewer.impersonation !== null}
      />
    </UserFrame>
  )
}
