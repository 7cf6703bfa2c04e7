'use client'
import { useTranslations } from 'next-intl'
import dynamic from 'next/dynamic'
import { useState, type ReactNode } from 'react'
import {
  DEVICE_TERMS,
  type DeviceList,
  type DeviceRow,
  type DeviceRowActions,
  type ListDevices,
} from '../../lib/views/device.ts'
import type { Verb } from '../../lib/views/viewer.ts'
import { deviceRules } from '../../lib/views/device-rules.ts'
import { narrows, WHOLE_ROWS } from '../../lib/views/list.ts'
import { DeviceCounts } from './device-counts.tsx'
import { NoDevices } from './no-devices.tsx'
import { useDeviceChanges } from './use-device-changes.ts'
import { useDeviceActions } from './use-device-actions.ts'
import { useDeviceFilters } from './use-device-filters.ts'
import { useDeviceColumns } from './use-device-columns.tsx'
import { ListPanel } from '../ui/data-table/list-panel.tsx'
import type { DisplayOptions } from '../ui/data-table/display-options.ts'
import { useList } from '../ui/data-table/use-list.ts'
import { useNameLabel } from '../shell/name-label.tsx'

const DeviceDialog = dynamic(() => import('./device-dialog.tsx').then((part) => part.DeviceDialog), {
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
  rowActions: DeviceRowActions
  /** What the viewer may do. */
  may: readonly Verb[]
}

/** The devices of an account; filter, order and page are in the URL. */
export function DeviceTable(props: Props): ReactNode {
  const { account, list, display, actions, listDevices, rowActions, may } = props
  const t = useTranslations('devices.list')
  const nameLabel = useNameLabel()
  const [rebooting, setRebooting] = useState<DeviceRow | null>(null)
  const [deleting, setDeleting] = useState<DeviceRow | null>(null)
  const { shown, rename, enable } = useDeviceChanges(rowActions)
  const state = useList(list, {
    terms: DEVICE_TERMS,
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
  const mayEdit = may.includes('device.edit')
  const { actionsOf, bulk } = useDeviceActions({
    enable: mayEdit ? enable : null,
    askReboot: may.includes('device.reboot') ? setRebooting : null,
    askDelete: may.includes('device.remove') ? setDeleting : null,
  })
  const { query, matching } = state.page
  const total = state.page.total + list.unopenable.count

  return (
    <>
      <ListPanel
        title={t('title')}
        name="devices"
        list={`devices of ${account}`}
        defaultSort={DEVICE_TERMS.sorts[0]}
        filter={{ label: t('filter'), placeholder: t('filterHint') }}
        nameOf={({ name }) => nameLabel('device', name)}
        nothing={
          (state.page.total > 0 || total === 0) && <NoDevices query={query} total={state.page.total} />
        }
        counts={
          <>
            {narrows(query) ? (
              t('matching', { matching, total })
            ) : (
              <DeviceCounts states={list.states} query={query} />
            )}
            {!list.ownersKnown && ` · ${t('ownersUnknown')}`}
          </>
        }
        filters={useDeviceFilters(list)}
        {...{ columns, display, actions, actionsOf, bulk }}
        state={{ ...state, page: { ...state.page, rows: shown(state.page.rows) } }}
        {...(mayEdit && { renaming: { nameOf: ({ name }: DeviceRow) => name, save: rename } })}
      />
      {rebooting && (
        <DeviceDialog
          of="reboot"
          device={rebooting}
          action={rowActions.reboot}
          close={() => setRebooting(null)}
        />
      )}
      {deleting && state.page.rows.some(({ id }) => id === deleting.id) && (
        <DeviceDialog
          of="delete"
          device={deleting}
          action={rowActions.remove}
          close={() => setDeleting(null)}
        />
      )}
    </>
  )
}
