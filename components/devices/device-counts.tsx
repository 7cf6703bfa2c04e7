import { useTranslations } from 'next-intl'
import { Fragment, type ReactNode } from 'react'
import { DEVICE_TERMS, type DeviceList, type DeviceQuery } from '../../lib/views/device.ts'
import { DEVICE_STATES } from '../../lib/views/device-state.ts'
import { queryLink, withFilter } from '../../lib/views/list.ts'
import { Link } from '../ui/link.tsx'

type Props = { states: DeviceList['states']; query: DeviceQuery }

/** How many devices there are, and how many in each state; what is offline is a link to those. */
export function DeviceCounts({ states, query }: Props): ReactNode {
  const t = useTranslations('devices.list')
  const total = DEVICE_STATES.reduce((sum, state) => sum + states[state], 0)
  if (total === 0) return null
  const parts = DEVICE_STATES.filter((state) => states[state] > 0).map((state, index) => {
    const text = t(`stateCounts.${state}`, { count: states[state] })
    return (
      <Fragment key={state}>
        {index > 0 && ', '}
        {state === 'offline' ? (
          <Link
            href={queryLink(withFilter(query, 'state', state), DEVICE_TERMS.sorts[0])}
            scroll={false}
            className="font-medium text-bad underline decoration-bad/40 underline-offset-2 hover:decoration-bad"
          >
            {text}
          </Link>
        ) : (
          text
        )}
      </Fragment>
    )
  })
  return t.rich('counts', { total, states: () => parts })
}
