'use client'
import { useTranslations } from 'next-intl'
import type { DeviceList } from '../../lib/views/device.ts'
import { DEVICE_STATES } from '../../lib/views/device-state.ts'
import type { ListFilter } from '../ui/data-table/list-filter.ts'
import { useTypeLabel } from './device-labels.ts'

const stateOf = (value: string) => DEVICE_STATES.find((state) => state === value)

/** The filters of the device list. Who is online is not offered while Kazoo cannot tell. */
export function useDeviceFilters({ states }: DeviceList): readonly [ListFilter, ...ListFilter[]] {
  const t = useTranslations('devices')
  const typeLabel = useTypeLabel()
  return [
    {
      name: 'state',
      title: t('list.status'),
      labelOf: (value) => {
        const state = stateOf(value)
        return state === undefined ? value : t(`states.${state}`)
      },
      values: states.unknown > 0 ? ['unknown', 'disabled'] : ['online', 'offline', 'disabled'],
    },
    { name: 'type', title: t('list.type'), labelOf: typeLabel },
    { name: 'model', title: t('list.model'), labelOf: (model) => model },
    { name: 'owner', title: t('list.owner'), labelOf: (owner) => owner },
  ]
}
