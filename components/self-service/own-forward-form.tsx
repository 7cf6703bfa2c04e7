'use client'
import { useTranslations } from 'next-intl'
import type { ReactNode } from 'react'
import type { FormAction } from '../../lib/views/form.ts'
import { forwardText, type SelfServicePageData } from '../../lib/views/self-service.ts'
import type { ForwardField as Name } from '../../lib/views/self-service-form.ts'
import { ForwardFields } from '../devices/call-forward-fields.tsx'
import { Form } from '../ui/form.tsx'
import { SwitchField } from '../ui/switch-field.tsx'

const rules = async () => (await import('../../lib/views/self-service-form.ts')).forwardRules

const TICKS = [
  ['forwardFailover', 'failover', 'failoverHint'],
  ['forwardKeepCallerId', 'keepCallerId', 'keepCallerIdHint'],
  ['forwardRequireKeypress', 'requireKeypress', 'requireKeypressHint'],
  ['forwardDirectCallsOnly', 'directCallsOnly', 'directCallsOnlyHint'],
] as const

type Props = { page: SelfServicePageData; action: FormAction<Name>; editable: boolean }

/** Where one's own calls go. */
export function OwnForwardForm({ page, action, editable }: Props): ReactNode {
  const t = useTranslations('selfService.forward')
  const { forward, doNotDisturb } = page
  const text = forwardText(page)
  return (
    <Form
      action={action}
      rules={rules}
      initialValues={text}
      submit={t('submit')}
      submitting={t('submitting')}
      readOnly={!editable}
    >
      <SwitchField<Name> name="doNotDisturb" label={t('dnd')} hint={t('dndHint')} ticked={doNotDisturb} />
      <ForwardFields<Name>
        enabled={{ label: t('enabled'), ticked: forward.enabled }}
        number={{ label: t('number'), value: text.forwardNumber, className: 'sm:max-w-xs' }}
        ticks={TICKS.map(([name, key, hint]) => ({
          name,
          label: t(key),
          hint: t(hint),
          ticked: forward[key],
        }))}
      />
    </Form>
  )
}
