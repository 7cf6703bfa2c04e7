'use client'
import { useTranslations } from 'next-intl'
import { startTransition, useEffect, useEffectEvent, useRef, useState, type ReactNode } from 'react'
import type { Refusal } from '../../lib/views/form.ts'
import { controlId } from './form-context.ts'
import { RefusalNotice } from './refusal-notice.tsx'
import { UnlessScript } from './unless-script.tsx'
import { labelOf } from './use-edits.ts'

type Props = { state: Refusal<string>; prefix: string }

/** An error at a field; `label` where another field has the same message. */
type Fault = { name: string; message: string; label: string }

/**
 * The errors of a form, each linked to its field, in the order of the document. It takes the focus when it
 * appears; each refusal renders a new one. One faulty field alone needs no summary: it has the message, and
 * gets the focus.
 */
export function ErrorSummary({ state, prefix }: Props): ReactNode {
  const [faults, setFaults] = useState(() => faultsIn(state))
  const [alone, setAlone] = useState(state.fieldsOnly === true && faults.length === 1)
  const onShown = useEffectEvent(() => {
    const [only] = faults
    const control = alone && only ? controlOf(prefix, only.name) : null
    if (control === null || !takesFocus(control)) {
      setAlone(false)
      setFaults(inDocument(faults, prefix))
    }
  })
  useEffect(() => startTransition(() => onShown()), [])

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

function controlOf(prefix: string, name: string): HTMLElement | null {
  return document.querySelector<HTMLElement>(`#${CSS.escape(controlId(prefix, name))}`)
}

/** Focuses a control, also in a section that is closed. Returns whether that was possible. */
function takesFocus(control: HTMLElement): boolean {
  for (let section = control.closest('details'); section;) {
    section.open = true
    section = section.parentElement?.closest('details') ?? null
  }
  control.focus()
  return control.contains(document.activeElement)
}

/** The faults as their fields stand in the document, with the labels that tell equal messages apart. */
function inDocument(faults: readonly Fault[], prefix: string): readonly Fault[] {
  return faults
    .map((fault) => ({ fault, control: controlOf(prefix, fault.name) }))
    .toSorted((one, other) => order(one.control, other.control))
    .map(({ fault: { name, message }, control }) => {
      const same = faults.filter((each) => each.message === message).length > 1
      return { name, message, label: same && control ? labelOf(control) : '' }
    })
}

function order(one: Element | null, other: Element | null): number {
  if (!one || !other) return 0
  return one.compareDocumentPosition(other) & Node.DOCUMENT_POSITION_PRECEDING ? 1 : -1
}
