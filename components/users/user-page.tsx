import type { ReactNode } from 'react'
import type { FormAction } from '../../lib/views/form.ts'
import type { UserField } from '../../lib/views/user-fields.ts'
import type { UserFlash, UserPageData } from '../../lib/views/user.ts'
import type { ViewerBadge } from '../../lib/views/viewer.ts'
import { FormPanel } from '../ui/form-panel.tsx'
import { UserForm } from './user-form.tsx'
import { OwnedResourcesPanels } from './owned-resources-panels.tsx'
import { UserFrame } from './user-frame.tsx'

type Props = UserPageData & {
  viewer: ViewerBadge
  done: UserFlash | null
  edit: FormAction<UserField>
  /** Further actions for the user. */
  actions?: ReactNode
}

/** A user: their devices and voicemail boxes, and the form of their settings. */
export function UserPage({ devices, boxes, unopenable, edit, ...frame }: Props): ReactNode {
  const { user, viewer } = frame
  return (
    <UserFrame {...frame} current="settings">
      <div className="grid items-start gap-5 xl:grid-cols-[minmax(0,1fr)_18rem]">
        <FormPanel>
          <UserForm
            user={user}
            action={edit}
            editable={viewer.may.includes('user.edit')}
            impersonating={viewer.impersonation !== null}
          />
        </FormPanel>
        <OwnedResourcesPanels user={user.id} {...{ devices, boxes, unopenable }} />
      </div>
    </UserFrame>
  )
}
