import type { ReactNode } from 'react'
import type { FormAction } from '../lib/views/form.ts'
import type { UserDeed, UserField, UserPlace } from '../lib/views/user.ts'
import type { ViewerBadge } from '../lib/views/viewer.ts'
import { FormPanel } from './ui/form-panel.tsx'
import { UserForm } from './user-form.tsx'
import { BelongingsPanels } from './user/belongings-panels.tsx'
import { UserFrame } from './user/user-frame.tsx'

type Props = UserPlace & {
  viewer: ViewerBadge
  done: UserDeed | null
  edit: FormAction<UserField>
  /** What else can be done with them as a whole. */
  actions?: ReactNode
}

/** One person: what they have, and the form of their settings. */
export function UserPage({ devices, boxes, edit, ...frame }: Props): ReactNode {
  const { user, viewer } = frame
  return (
    <UserFrame {...frame} current="settings">
      <div className="grid items-start gap-5 xl:grid-cols-[minmax(0,1fr)_18rem]">
        <FormPanel>
          <UserForm
            user={user}
            action={edit}
            editable={viewer.may.includes('user.edit')}
            impersonating={viewer.acting !== null}
          />
        </FormPanel>
        <BelongingsPanels user={user.id} devices={devices} boxes={boxes} />
      </div>
    </UserFrame>
  )
}
