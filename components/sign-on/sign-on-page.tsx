import { useTranslations } from 'next-intl'
import type { ReactNode } from 'react'
import type { FormAction } from '../../lib/views/form.ts'
import type { SignOnDeed, SignOnField, SignOnState } from '../../lib/views/sign-on.ts'
import { PageHeader } from '../page-header.tsx'
import { LinkButton } from '../ui/link-button.tsx'
import { Notice } from '../ui/notice.tsx'
import { Panel } from '../ui/panel.tsx'
import { ProviderForm } from './provider-form.tsx'
import { StatusPanel } from './status-panel.tsx'

type Props = {
  state: SignOnState
  done: SignOnDeed | null
  actions: {
    set: FormAction<SignOnField>
    test: FormAction<'required'>
    require: FormAction<'required'>
    remove: FormAction<'required'>
  }
}

const FAILED: ReadonlySet<SignOnDeed> = new Set(['protocol', 'unverified', 'domain'])

/** The identity provider of the team: how it does, and everything that can be done about it. */
export function SignOnPage({ state, done, actions }: Props): ReactNode {
  const t = useTranslations('connection.signOn')
  return (
    <>
      <PageHeader title={t('title')} about={t('about')} />
      {done !== null && (
        <output className="block">
          <Notice tone={FAILED.has(done) ? 'error' : 'success'} title={t(`deeds.${done}`)} />
        </output>
      )}
      <div className="grid items-start gap-5 lg:grid-cols-2">
        <StatusPanel state={state} actions={actions} />
        <Panel title={t('form')}>
          <ProviderForm state={state} action={actions.set} />
        </Panel>
      </div>
      <LinkButton href="/connection" weight="quiet">
        {t('back')}
      </LinkButton>
    </>
  )
}
