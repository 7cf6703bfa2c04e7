import { User } from 'lucide-react'
import { useTranslations } from 'next-intl'
import type { ReactNode } from 'react'
import type { DeviceHeader } from '../../lib/views/device.ts'
import type { FormAction } from '../../lib/views/form.ts'
import type { ViewerBadge } from '../../lib/views/viewer.ts'
import { PageHeader } from '../shell/page-header.tsx'
import { LinkButton } from '../ui/link-button.tsx'
import { TabLink, TabRow } from '../ui/link-tabs.tsx'
import { DeviceActions } from './device-actions.tsx'
import { useTypeLabel } from './device-labels.ts'
import { DeviceStateLabel } from './device-state-label.tsx'

/** The actions in the header, given to each page. */
export type DeviceHeaderActions = { reboot: FormAction<'device'>; remove: FormAction<'device'> }

type Props = {
  header: DeviceHeader
  viewer: ViewerBadge
  current: 'overview' | 'settings' | 'every' | 'history'
  actions: DeviceHeaderActions
  children: ReactNode
}

/** The header and tabs of a device's pages. */
export function DeviceFrame({ header, viewer: { may }, current, actions, children }: Props): ReactNode {
  const t = useTranslations('devices')
  const typeLabel = useTypeLabel()
  const { id, name, type, state, owner, macAddress, breadcrumbs } = header
  return (
    <>
      <PageHeader
        title={name}
        of="device"
        breadcrumbs={breadcrumbs}
        mac={macAddress}
        marks={
          <span className="text-sm">
            <DeviceStateLabel state={state} />
          </span>
        }
        about={typeLabel(type)}
        actions={
          <>
            {owner !== null && may.includes('user.read') && (
              <LinkButton href={`/users/${owner}`}>
                <User aria-hidden="true" />
                {t('page.viewOwner')}
              </LinkButton>
            )}
            <DeviceActions
              device={header}
              reboot={may.includes('device.reboot') ? actions.reboot : null}
              remove={may.includes('device.remove') ? actions.remove : null}
            />
          </>
        }
      />
      <TabRow label={t('page.tabs')}>
        <TabLink href={`/devices/${id}`} current={current === 'overview'}>
          {t('page.overview')}
        </TabLink>
        <TabLink href={`/devices/${id}/settings`} current={current === 'settings'}>
          {t('page.settings')}
        </TabLink>
        <TabLink href={`/devices/${id}/settings/all`} current={current === 'every'}>
          {t('page.every')}
        </TabLink>
        {may.includes('audit.read') && (
          <TabLink href={`/devices/${id}/history`} current={current === 'history'}>
            {t('page.history')}
          </TabLink>
        )}
      </TabRow>
      {children}
    </>
  )
}
