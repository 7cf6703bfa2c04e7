'use client'
import type { ReactNode } from 'react'
import type { ViewerBadge } from '../../lib/views/viewer.ts'
import { AccountSettingsPage } from '../accounts/account-settings-page.tsx'
import { AccountPage } from '../accounts/account-page.tsx'
import { AccountTree } from '../accounts/account-tree.tsx'
import { OrphanAccounts } from '../accounts/orphan-accounts.tsx'
import { DeviceForm } from '../devices/device-form.tsx'
import { DeviceFrame } from '../devices/device-frame.tsx'
import { DeviceOverview } from '../devices/device-overview.tsx'
import { NewAccountForm } from '../accounts/new-account-form.tsx'
import { NewDeviceForm } from '../devices/new-device-form.tsx'
import { PageHeader } from '../shell/page-header.tsx'
import { Problem } from '../problem/problem.tsx'
import { ProblemPage } from '../problem/problem-page.tsx'
import { Shell } from '../shell/shell.tsx'
import { SignInPage } from '../auth/sign-in-page.tsx'
import { frame, listBranch, reveal, save } from './sample-actions.ts'
import {
  account,
  branch,
  breadcrumbs,
  devices,
  draft,
  oddBranch,
  oddDevices,
  orphans,
  owners,
  root,
  viewer,
} from './sample-data.ts'

const registration = {
  userAgent: 'Yealink SIP-T46U 108.86.0.20',
  address: '203.0.113.24:5060',
  registeredAt: '2026-11-22T09:36:00Z',
  expiresAt: '2026-11-22T09:41:00Z',
  expired: false,
}
const actions = { reboot: save, remove: save }
const reader: ViewerBadge = { ...viewer, role: 'viewer', may: ['account.read', 'device.read'] }
const page = {
  account,
  breadcrumbs,
  viewer,
  display: { compact: false, hidden: [] },
  listDevices: async () => ({ ok: true as const, value: devices(2031).rows }),
  deviceActions: { rename: save, enable: save, reboot: save, remove: save },
}
const header = {
  id: draft.id,
  name: draft.name,
  type: draft.type,
  breadcrumbs,
  macAddress: draft.text.macAddress,
  state: 'online',
  owner: owners[0]?.id ?? null,
} as const
const phone = {
  header,
  registration,
  owners,
  device: draft,
  realm: account.realm,
  byIp: false,
  model: 'Yealink T46U',
  owner: null,
}

const framed: Record<string, () => ReactNode> = {
  accounts: () => (
    <>
      <PageHeader title="Accounts" />
      <AccountTree roots={[root]} branch={branch(50)} listBranch={listBranch} />
    </>
  ),
  'accounts-long': () => (
    <>
      <PageHeader title="Accounts" />
      <AccountTree roots={[root]} branch={branch(5000)} listBranch={listBranch} />
    </>
  ),
  'accounts-orphans': () => (
    <>
      <PageHeader title="Accounts" />
      <AccountTree roots={[root]} branch={oddBranch} listBranch={listBranch} />
      <OrphanAccounts orphans={Promise.resolve(orphans)} listBranch={listBranch} />
    </>
  ),
  account: () => <AccountPage {...page} devices={devices(2031)} />,
  'account-empty': () => <AccountPage {...page} devices={devices(0)} />,
  'account-no-match': () => <AccountPage {...page} devices={devices(0, 'zebra')} />,
  'account-unnamed': () => (
    <AccountPage {...page} account={{ ...account, name: '', realm: '' }} devices={oddDevices} />
  ),
  device: () => (
    <DeviceFrame current="overview" {...{ header, viewer, actions }}>
      <DeviceOverview {...phone} viewer={viewer} history={null} />
    </DeviceFrame>
  ),
  'device-settings': () => (
    <DeviceFrame current="settings" {...{ header, viewer, actions }}>
      <DeviceForm
        device={draft}
        owners={owners}
        action={save}
        reveal={reveal}
        editable
        impersonating={false}
      />
    </DeviceFrame>
  ),
  'device-locked': () => (
    <DeviceFrame
      current="settings"
      header={{ ...header, state: 'unknown' }}
      viewer={reader}
      actions={actions}
    >
      <DeviceForm
        device={draft}
        owners={owners}
        action={save}
        reveal={null}
        editable={false}
        impersonating={false}
      />
    </DeviceFrame>
  ),
  'edit-account': () => (
    <AccountSettingsPage account={account} breadcrumbs={breadcrumbs} viewer={viewer} action={save} />
  ),
  'new-account': () => (
    <>
      <PageHeader title="New account" breadcrumbs={breadcrumbs} />
      <NewAccountForm kept={Promise.resolve('kept')} parent={account} zone="Europe/Berlin" action={save} />
    </>
  ),
  'new-device': () => (
    <>
      <PageHeader title="New device" breadcrumbs={breadcrumbs} />
      <NewDeviceForm account={account} owners={owners} owner="" action={save} impersonating={false} />
    </>
  ),
  unavailable: () => <Problem status={503} message="Kazoo isn’t responding." reference="ref_5T0C-88AZ" />,
}

const bare: Record<string, () => ReactNode> = {
  'sign-in': () => <SignInPage action={save} next="/" ready={false} trial />,
  'not-found': () => <ProblemPage status={404} />,
}

/** A whole page of the portal with sample data; undefined if there is none of that name. */
export function SampleScreen({ name }: { name: string }): ReactNode {
  const inFrame = framed[name]
  if (inFrame === undefined) return bare[name]?.()
  return (
    <Shell viewer={viewer} account={null} {...frame}>
      {inFrame()}
    </Shell>
  )
}
