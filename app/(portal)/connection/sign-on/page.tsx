import type { Metadata } from 'next'
import { getTranslations } from 'next-intl/server'
import type { ReactNode } from 'react'
import { SignOnSettingsPage } from '../../../../components/auth/sign-on-settings-page.tsx'
import {
  addMailDomainAction,
  checkMailDomainAction,
  removeMailDomainAction,
  removeSignOnAction,
  requireSignOnAction,
  setProviderAction,
  testSignOnAction,
  vouchAction,
} from '../../../../lib/actions/sign-on.ts'
import { findSignOn } from '../../../../lib/domain/sign-on/provider.ts'
import { SIGN_ON_FLASHES } from '../../../../lib/views/sign-on.ts'
import { flashIn } from '../../../../lib/views/flash.ts'
import { renderForViewer } from '../../../render-for-viewer.tsx'

const actions = {
  set: setProviderAction,
  test: testSignOnAction,
  require: requireSignOnAction,
  remove: removeSignOnAction,
  vouch: vouchAction,
  add: addMailDomainAction,
  check: checkMailDomainAction,
  drop: removeMailDomainAction,
}

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('connection.signOn'))('title') }
}

/** Settings of single sign-on, for owners. */
export default async function Page(props: PageProps<'/connection/sign-on'>): Promise<ReactNode> {
  const { done } = await props.searchParams
  return renderForViewer(findSignOn, (state) => (
    <SignOnSettingsPage
      key={JSON.stringify(state.provider)}
      state={state}
      done={flashIn(SIGN_ON_FLASHES, done)}
      actions={actions}
    />
  ))
}
