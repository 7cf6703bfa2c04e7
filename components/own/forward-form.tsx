'use client'
import { useTranslations } from 'next-intl'
import type { ReactNode } from 'react'
import type { FormAction } from '../../lib/views/form.ts'
import { forwardText, type OwnPlace } from '../../lib/views/own.ts'
import type { ForwardField as Name } from '../../lib/views/own-form.ts'
import { CheckboxField } from '../ui/checkbox-field.tsx'
import { Form } from '../ui/form.tsx'
import { SwitchField } from '../ui/switch-field.tsx'
import { TextField } from '../ui/text-field.tsx'

const rules = async () => (await import('../../lib/views/own-form.ts')).forwardRules

type Props = { place: OwnPlace; action: FormAction<Name>; editable: boolean }

/** Where one's own calls go. */
export function ForwardForm({ place, action, editable }: Props): ReactNode {
  const t = useTranslations('own.forward')
  const { forward, doNotDisturb } = place
  const text = forwardText(place)
  return (
    <Form
      action={action}
      rules={rules}
      was={text}
      submit={t('submit')}
      submitting={t('submitting')}
      locked={!editable}
    >
      <SwitchField<Name> name="doNotDisturb" label={t('dnd')} hint={t('dndHint')} ticked={doNotDisturb} />
      <SwitchField<Name> name="forwardEnabled" label={t('enabled')} ticked={forward.enabled} />
      <TextField<Name>
        name="forwardNumber"
        label={t('number')}
        type="tel"
        inputMode="tel"
        autoComplete="off"
        value={text.forwardNumber}
        figures
        className="sm:max-w-xs"
      />
      <div className="space-y-2.5">
        <CheckboxField<Name>
          name="forwardFailover"
          label={t('failover')}
          hint={t('failoverHint')}
          ticked={forward.failover}
        />
        <CheckboxField<Name>
          name="forwardKeepCallerId"
          label={t('keepCallerId')}
          hint={t('keepCallerIdHint')}
          ticked={forward.keepCallerId}
        />
        <CheckboxField<Name>
          name="forwardRequireKeypress"
          label={t('requireKeypress')}
          hint={t('requireKeypressHint')}
          ticked={forward.requireKeypress}
        />
        <CheckboxField<Name>
          name="forwardDirectCallsOnly"
          label={t('directCallsOnly')}
          hint={t('directCallsOnlyHint')}
          ticked={forward.directCallsOnly}
        />
      </div>
    </Form>
  )
}
