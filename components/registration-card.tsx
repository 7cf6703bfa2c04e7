import type { ReactNode } from 'react'
import type { Registration } from '../lib/views/device.ts'
import { registeredWord } from './device/words.ts'
import { Facts, type Fact } from './ui/facts.tsx'
import { LocalTime } from './ui/local-time.tsx'
import { Panel } from './ui/panel.tsx'
import { StatusDot } from './ui/status-dot.tsx'

type Props = { registered: boolean | null; registration: Registration | null; model: string | null }

const ADVICE = {
  off: 'The phone has not signed in, or its last registration has run out. Check its power, its network, and the SIP user name and password.',
  unknown: 'The registrar does not answer at the moment. Calls may work all the same.',
}

/** Whether the phone is there, and what it said of itself when it last signed in. */
export function RegistrationCard({ registered, registration, model }: Props): ReactNode {
  const known: (Fact | null)[] = [
    model === null ? null : { name: 'Model', value: model },
    registration && { name: 'Says it is', value: registration.userAgent },
    registration && { name: 'Address', value: <span className="figures">{registration.address}</span> },
    registration?.expiresAt == null
      ? null
      : { name: 'Valid until', value: <LocalTime at={registration.expiresAt} /> },
  ]
  const facts = known.filter((fact) => fact !== null)

  return (
    <Panel title="Registration" className="space-y-3">
      <p className="text-sm font-medium">
        <StatusDot on={registered}>{registeredWord(registered)}</StatusDot>
      </p>
      {facts.length > 0 && <Facts facts={facts} />}
      {registered !== true && (
        <p className="text-sm text-ink-soft">{registered === null ? ADVICE.unknown : ADVICE.off}</p>
      )}
    </Panel>
  )
}
