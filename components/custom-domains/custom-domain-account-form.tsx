'use client'
import { useTranslations } from 'next-intl'
import type { ReactNode } from 'react'
import type { TieDomainField } from '../../lib/views/custom-domain-form.ts'
import type { FormAction } from '../../lib/views/form.ts'
import { ComboboxField } from '../ui/combobox-field.tsx'
import { Form } from '../ui/form.tsx'
import type { LoadOptions, Option } from '../ui/use-choices.ts'
import { useNameLabel } from '../shell/name-label.tsx'

type Props = {
  host: string
  value: Option | null
  first: readonly Option[]
  action: FormAction<TieDomainField>
  load: LoadOptions
}

/** Limits a custom domain to one account, or to none. */
export function CustomDomainAccountForm({ host, value, first, action, load }: Props): ReactNode {
  const t = useTranslations('customDomains.account')
  const nameLabel = useNameLabel()
  const named = (option: Option): Option => ({ ...option, label: nameLabel('account', option.label) })
  const loadNamed: LoadOptions = async (text) => {
    const answer = await load(text)
    if (!answer.ok) return answer
    return { ...answer, value: { ...answer.value, options: answer.value.options.map(named) } }
  }
  return (
    <Form action={action} hidden={{ host }} submit={t('submit')} submitting={t('submitting')}>
      <ComboboxField<TieDomainField>
        name="account"
        label={t('account')}
        hint={t('hint')}
        value={value && named(value)}
        first={first.map(named)}
        load={loadNamed}
      />
    </Form>
  )
}
