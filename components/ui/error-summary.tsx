'use client'
import { useTranslations } from 'next-intl'
import { startTransition, useEffect, useEffectEvent, useRef, useState, type ReactNode } from 'react'
import type { Refusal } from '../../lib/views/form.ts'
import type { Fault } from './fault-places.ts'
import { controlId } from './form-context.ts'
import { RefusalNotice } from './refusal-notice.tsx'
import { UnlessScript } from './unless-script.tsx'

type Props = { state: Refusal<string>; prefix: string }

// Seldom needed, and by every form. If it cannot be loaded, the errors stand in the order they came in.
const loadPlaces = () => import('./fault-places.ts').catch(() => null)

/**
 * The errors of a form, each linked to its field, in the order of the document. It takes the focus when it
 * appears; each refusal renders a new one. One faulty field alone needs no summary: it has the message, and
 * gets the focus.
 */
export function ErrorSummary({ state, prefix }: Props): ReactNode {
  const [faults, setFaults] = useState(() => faultsIn(state))
  const [alone, setAlone] = useState(state.fieldsOnly === true && faults.length === 1)
  const onShown = useEffectEvent((places: Awaited<ReturnType<typeof loadPlaces>>) => {
    const [only] = faults
    if (alone && only && places?.takesFocus(prefix, only.name) === true) return
    setAlone(false)
    if (places !== null) setFaults(places.inDocument(faults, prefix))
  })
  useEffect(() => void loadPlaces().then((places) => startTransition(() => onShown(places))), [])

  const list = <FaultNotice {...{ state, faults, prefix }} />
  if (alone) return <UnlessScript>{list}</UnlessScript>
  return <FocusedBox>{list}</FocusedBox>
}

function FocusedBox({ children }: { children: ReactNode }): ReactNode {
  const box = useRef<HTMLDivElement>(null)
  useEffect(() => box.current?.focus(), [])
  return (
    <div ref={box} role="alert" tabIndex={-1} className="scroll-mt-20 rounded-md">
      {children}
    </div>
  )
}

function FaultNotice({ state, faults, prefix }: Props & { faults: readonly Fault[] }): ReactNode {
  const t = useTranslations('form')
  const message = state.fieldsOnly === true ? t('faults', { count: faults.length }) : state.message
  return (
    <RefusalNotice state={{ ...state, message }}>
      {faults.length > 0 && (
        <ul className="list-disc pl-4">
          {faults.map(({ name, message: fault, label }) => (
            <li key={name}>
              <a
                href={`#${controlId(prefix, name)}`}
                className="inline-block min-h-6 py-0.5 align-top underline underline-offset-2"
              >
                {label !== '' && `${label}: `}
                {fault}
              </a>
            </li>
          ))}
        </ul>
      )}
    </RefusalNotice>
  )
}

function faultsIn({ fields }: Refusal<string>): readonly Fault[] {
  return Object.entries(fields).flatMap(([name, message]) =>
    message === undefined ? [] : [{ name, message, label: '' }],
  )
}
