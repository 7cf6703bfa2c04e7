'use client'
import { useTranslations } from 'next-intl'
import { Fragment, useDeferredValue, useState, type InputEvent, type ReactNode } from 'react'
import type { FormAction } from '../../lib/views/form.ts'
import { countOf, type SchemaDraft } from '../../lib/views/schema-form.ts'
import { Form } from '../ui/form.tsx'
import { FormPanel } from '../ui/form-panel.tsx'
import { SettingGroups } from './setting-groups.tsx'
import { SettingsFilter } from './settings-filter.tsx'

type Props = { id: string; draft: SchemaDraft; editable: boolean; action: FormAction<string> }

/**
 * A form generated from a schema. It shows the settings that are set, or all of them, or those that match a
 * search; without script, all.
 */
export function SettingsForm({ id, draft, editable, action }: Props): ReactNode {
  const t = useTranslations('schema')
  const { initialValues, elsewhere } = draft
  const groups = draft.groups
  const count = countOf(groups)
  const [text, setText] = useState('')
  const [all, setAll] = useState(count.set === 0)
  const [touched, setTouched] = useState<ReadonlySet<string>>(new Set())
  const sought = useDeferredValue(text)

  function onInput({ target }: InputEvent<HTMLElement>) {
    const name = 'name' in target ? String(target.name) : ''
    setTouched((known) => (known.has(name) ? known : new Set([...known, name])))
  }

  return (
    <div className="space-y-4">
      <SettingsFilter count={count} all={all} onText={setText} onAll={setAll} />
      <FormPanel>
        <div onInput={onInput}>
          <Form
            action={action}
            initialValues={initialValues}
            hidden={{ of: id }}
            submit={t('submit')}
            submitting={t('submitting')}
            sticky
            readOnly={!editable}
          >
            <SettingGroups groups={groups} text={sought} all={all} touched={touched} />
          </Form>
        </div>
      </FormPanel>
      {elsewhere.length > 0 && (
        <p className="text-xs text-ink-faint">
          {t('elsewhere')}{' '}
          {elsewhere.map(({ label, text: words }, at) => (
            <Fragment key={label ?? words}>
              {at > 0 && ', '}
              <span lang={label === null ? 'en' : undefined}>{words}</span>
            </Fragment>
          ))}
        </p>
      )}
    </div>
  )
}
