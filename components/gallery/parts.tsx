'use client'
import { Inbox, Plus, Trash2 } from 'lucide-react'
import type { ReactNode } from 'react'
import { ThemeSwitch } from '../shell/theme-switch.tsx'
import { Badge } from '../ui/badge.tsx'
import { Button } from '../ui/button.tsx'
import { CheckboxField } from '../ui/checkbox-field.tsx'
import { ConfirmDialog } from '../ui/confirm-dialog.tsx'
import { EmptyState } from '../ui/empty-state.tsx'
import { ErrorState } from '../ui/error-state.tsx'
import { Form } from '../ui/form.tsx'
import { Kbd } from '../ui/kbd.tsx'
import { Notice } from '../ui/notice.tsx'
import { Pagination } from '../ui/pagination.tsx'
import { PasswordField } from '../ui/password-field.tsx'
import { SecretField } from '../ui/secret-field.tsx'
import { SelectField } from '../ui/select-field.tsx'
import { SkeletonRows } from '../ui/skeleton.tsx'
import { StatusDot } from '../ui/status-dot.tsx'
import { SwitchField } from '../ui/switch-field.tsx'
import { TextField } from '../ui/text-field.tsx'
import { refuse, reveal, save } from './sample-actions.ts'

function Fields(): ReactNode {
  return (
    <>
      <TextField name="name" label="Name" value="" hint="Refused while it is empty." required />
      <SelectField
        name="kind"
        label="Kind"
        value="b"
        choices={['a', 'b', 'c'].map((value) => ({ value, label: `Kind ${value}` }))}
      />
      <PasswordField name="fresh" label="New password" autoComplete="new-password" suggests />
      <SecretField name="kept" label="SIP password" held reveal={reveal} />
      <SwitchField
        name="enabled"
        label="Enabled"
        hint="When off, it can neither call nor be called."
        ticked
      />
      <CheckboxField name="asks" label="Ask for a key before connecting" ticked />
    </>
  )
}

/** Every part by name, in every state that it can be in by itself. */
export const PARTS: Record<string, () => ReactNode> = {
  Buttons: () => (
    <div className="flex flex-wrap gap-2">
      {(['primary', 'plain', 'quiet', 'danger'] as const).map((weight) => (
        <div key={weight} className="flex gap-2">
          <Button weight={weight}>
            <Plus aria-hidden="true" />
            {weight}
          </Button>
          <Button weight={weight} pending>
            Pending
          </Button>
          <Button weight={weight} disabled>
            Disabled
          </Button>
        </div>
      ))}
    </div>
  ),
  'Badges, states, keys': () => (
    <div className="flex flex-wrap items-center gap-3 text-sm">
      {(['neutral', 'accent', 'good', 'warn', 'bad'] as const).map((tone) => (
        <Badge key={tone} tone={tone}>
          {tone}
        </Badge>
      ))}
      <StatusDot on>Registered</StatusDot>
      <StatusDot on={false}>Offline</StatusDot>
      <StatusDot on={null}>Unknown</StatusDot>
      <Kbd>Ctrl</Kbd>
      <Kbd>K</Kbd>
      <ThemeSwitch />
    </div>
  ),
  Notices: () => (
    <div className="space-y-2">
      <Notice tone="info">Changes reach the phones within a minute.</Notice>
      <Notice tone="success">Saved.</Notice>
      <Notice tone="warning" title="The trial ends in three days">
        Go live to keep working.
      </Notice>
      <Notice tone="error" title="Kazoo does not answer." reference="ref_7Q2M-41KD" />
    </div>
  ),
  'Form that saves': () => (
    <Form action={save} submit="Save changes" submitting="Saving…" guarded={false}>
      <Fields />
    </Form>
  ),
  'Form that is refused': () => (
    <Form action={refuse} submit="Save changes" submitting="Saving…" guarded={false}>
      <TextField name="name" label="Name" value="Reception" />
    </Form>
  ),
  'Form to look at': () => (
    <Form action={save} submit="" submitting="" locked>
      <Fields />
    </Form>
  ),
  Confirmation: () => (
    <ConfirmDialog
      action={save}
      hidden={{ device: 'sample' }}
      title="Delete Reception?"
      confirm="Delete device"
      dangerous
      typed="Reception (1st floor)"
      trigger={
        <>
          <Trash2 aria-hidden="true" />
          Delete
        </>
      }
    >
      <p>It signs off at once, and calls to it go nowhere. This cannot be taken back.</p>
    </ConfirmDialog>
  ),
  'Empty, failed, on its way': () => (
    <>
      <EmptyState icon={Inbox} title="Nothing here yet">
        What will be here, and how it gets here.
      </EmptyState>
      <ErrorState title="The devices could not be read" reference="ref_5T0C-88AZ">
        Kazoo does not answer. Try again in a minute.
      </ErrorState>
      <SkeletonRows rows={3} label="Loading devices" />
    </>
  ),
  Pages: () => (
    <>
      <Pagination page={2} pages={41} first={51} last={100} count={2031} hrefOf={(page) => `?page=${page}`} />
      <Pagination page={1} pages={1} first={1} last={7} count={7} hrefOf={(page) => `?page=${page}`} />
    </>
  ),
}
