import { Ban, CircleHelp, CircleX, Minus, PhoneForwarded, type LucideIcon } from 'lucide-react'
import { useTranslations } from 'next-intl'
import type { ReactNode } from 'react'
import type { DeviceState } from '../../lib/views/device-state.ts'
import { classNames } from '../ui/class-names.ts'

const MARKS: Record<Exclude<DeviceState, 'online'>, { icon: LucideIcon; ink: string }> = {
  offline: { icon: CircleX, ink: 'text-bad' },
  unknown: { icon: CircleHelp, ink: 'text-ink-faint' },
  forwarding: { icon: PhoneForwarded, ink: 'text-ink-faint' },
  notRegistering: { icon: Minus, ink: 'text-ink-faint' },
  disabled: { icon: Ban, ink: 'text-ink-faint' },
}

/** The state of a device in colour, shape and text. */
export function DeviceStateLabel({ state }: { state: DeviceState }): ReactNode {
  const t = useTranslations('devices.states')
  const online = state === 'online'
  return (
    <span
      className={classNames(
        'inline-flex items-center gap-1.5 whitespace-nowrap',
        online ? undefined : MARKS[state].ink,
      )}
    >
      <DeviceStateMark state={state} />
      {t(state)}
    </span>
  )
}

/** The colour and shape alone, beside a text that names the state. */
export function DeviceStateMark({ state }: { state: DeviceState }): ReactNode {
  if (state === 'online')
    return (
      <span aria-hidden="true" className="grid size-3.5 shrink-0 place-items-center">
        <span className="size-2 rounded-full border-4 border-good-vivid" />
      </span>
    )
  const { icon: Icon, ink } = MARKS[state]
  return <Icon aria-hidden="true" className={classNames('size-3.5 shrink-0', ink)} />
}
