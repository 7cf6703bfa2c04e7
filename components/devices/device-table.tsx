'use client'
import { useTranslations } from 'next-intl'
import dynamic from 'next/dynamic'
import { useState, type ReactNode } from 'react'
import type { FormAction } from '../../lib/views/form.ts'
import { DEVICE_SORTS, type DeviceList, type DeviceRow, type ListDevices } from '../../lib/views/device.ts'
import { deviceRules } from '../../lib/views/device-rules.ts'
import { WHOLE_ROWS } from '../../lib/views/list.ts'
import { NoDevices } from './no-devices.tsx'
import { useDeviceActions } from './use-device-actions.ts'
import { useDeviceColumns } from './use-device-columns.tsx'
import { ListPanel } from '../ui/data-table/list-panel.tsx'
import type { DisplayOptions } from '../ui/data-table/display-options.ts'
import { useList } from '../ui/data-table/use-list.ts'
import { useNameLabel } from '../shell/name-label.tsx'

const RebootDialog = dynamic(() => import('./reboot-dialog.tsx').then((part) => part.RebootDialog), {
  ssr: false,
})

type Props = {
  account: string
  list: DeviceList
  display: DisplayOptions
  /** Buttons that add a device, for viewers who may. */
  actions?: ReactNode
  /** Loads the whole list, to filter without the server. */
  listDevices?: ListDevices | undefined
  /** Undefined if the viewer may not. */
  reboot?: FormAction<'device'> | undefined
}

/** The devices of an account; filter, order and page are in the URL. */
export function DeviceTable({ account, list, display, actions, listDevices, reboot }: Props): ReactNode {
  const t = useTranslations('devices.list')
  const nameLabel = useNameLabel()
  const [rebooting, setRebooting] = useState<DeviceRow | null>(null)
  const state = useList(list, {
    sorts: DEVICE_SORTS,
    rules: deviceRules,
    fetchWhole:
      listDevices && list.total <= WHOLE_ROWS
        ? async () => {
            const answer = await listDevices(account)
            return answer.ok ? answer.value : null
          }
        : undefined,
  })
  const columns = useDeviceColumns()
  const { actionsOf, bulk } = useDeviceActions(reboot ? setRebooting : null)
  const { query, matching } = state.page
  const total = state.page.total + list.unopenable.count
  const { registered } = list
  const counts =
    query.text !== ''
      ? t('matching', { matching, total })
      : registered === null
        ? t('unknownRegistered', { total })
        : t('registeredOf', { registered, total })
  const lacking = list.ownersKnown ? '' : ` · ${t('ownersUnknown')}`

  return (
    <>
      <ListPanel
        title={t('title')}
        name="devices"
        list={`devices of ${account}`}
        defaultSort={DEVICE_SORTS[0]}
        filter={{ label: t('filter'), placeholder: t('filterHint') }}
        nameOf={({ name }) => nameLabel('device', name)}
        nothing={
          (state.page.total > 0 || total === 0) && <NoDevices query={query} total={state.page.total} />
        }
        counts={counts + lacking}
        {...{ state, columns, display, actions, actionsOf, bulk }}
      />
      {rebooting && reboot && (
        <RebootDialog device={rebooting} action={reboot} close={() => setRebooting(null)} />
      )}
    </>
  )
}
