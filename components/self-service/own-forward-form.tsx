'use client'
import { useTranslations } from 'next-intl'
import type { ReactNode } from 'react'
import type { FormAction } from '../../lib/views/form.ts'
import { OWN_FORWARD_FIELDS, type ForwardField, type ForwardText } from '../../lib/views/user-fields.ts'
import { Form } from '../ui/form.tsx'
import { ListedFields } from '../ui/listed-fields.tsx'

const rules = async () => (await import('../../lib/views/self-service-form.ts')).forwardRules

type Props = { forward: ForwardText; action: FormAction<ForwardField>; editable: boolean }

/** The user's own call forwarding. */
export function OwnForwardForm({ forward, action, editable }: Props): ReactNode {
  const t = useTranslations('selfService.forward')
  return (
    <Form
      action={action}
      rules={rules}
      initialValues={forward}
      submit={t('submit')}
      submitting={t('submitting')}
      readOnly={!editable}
    >
      <ListedFields fields={OWN_FORWARD_FIELDS} text={forward} />
    </Form>
  )
}
