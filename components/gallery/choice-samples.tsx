import { ComboboxField } from '../ui/combobox-field.tsx'
import { DateField } from '../ui/date-field.tsx'
import { Form } from '../ui/form.tsx'
import { RadioField } from '../ui/radio-field.tsx'
import { SegmentedField } from '../ui/segmented-field.tsx'
import { loadAccounts, loadAtLast, refuseAll, save, SOME_ACCOUNTS } from './sample-actions.ts'
import type { Samples } from './samples.ts'

const [first] = SOME_ACCOUNTS

const Choices = () => (
  <div className="grid items-start gap-4 sm:grid-cols-2">
    <SegmentedField
      name="density"
      label="Density"
      value="cosy"
      choices={[
        { value: 'cosy', label: 'Cosy' },
        { value: 'dense', label: 'Dense' },
        { value: 'airy', label: 'Airy' },
      ]}
    />
    <RadioField
      name="role"
      label="Role"
      hint="It can be changed later."
      value="support"
      choices={[
        { value: 'admin', label: 'Admin', hint: 'Changes everything but the brand.' },
        { value: 'support', label: 'Support', hint: 'Changes devices and people.' },
        { value: 'viewer', label: 'Viewer' },
      ]}
    />
    <ComboboxField
      name="account"
      label="Account"
      hint="Type a part of its name."
      value={first ?? null}
      first={SOME_ACCOUNTS}
      load={loadAccounts}
    />
    <ComboboxField
      name="carrier"
      label="Carrier"
      required
      value={null}
      first={SOME_ACCOUNTS}
      load={loadAtLast}
      placeholder="This one fails at first"
    />
    <DateField
      name="ends"
      label="Trial ends"
      value="2026-12-06"
      min="2026-11-22"
      presets={[
        { label: 'In two weeks', value: '2026-12-06' },
        { label: 'In a month', value: '2026-12-22' },
      ]}
    />
    <DateField name="begins" label="Begins" withTime hint="In the account’s zone, Europe/Stockholm." />
  </div>
)

export const choices: Samples = {
  'To choose from': () => (
    <Form action={save} submit="Save choices" submitting="Saving…" warnOnLeave={false}>
      <Choices />
    </Form>
  ),
  'Refused choices': () => (
    <Form action={refuseAll} submit="Save refused" submitting="Saving…" warnOnLeave={false}>
      <Choices />
    </Form>
  ),
  'Choices to look at': () => (
    <Form action={save} submit="" submitting="" readOnly>
      <Choices />
    </Form>
  ),
}
