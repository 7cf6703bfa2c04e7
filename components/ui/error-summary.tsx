'use client'
import { useTranslations } from 'next-intl'
import { startTransition, useEffect, useEffectEvent, useRef, useState, type ReactNode } from 'react'
import type { Refusal } from '../../lib/views/form.ts'
import { controlId } from './form-context.ts'
import { RefusalNotice } from './refusal-notice.tsx'
import { labelOf } from './use-edits.ts'

type Props = { state: Refusal<string>; prefix: string }

/**
 * Lists the errors of a form, each linked to its field, and named by its label where several have the same
 * message. It takes the focus when it appears; each refusal renders a new one.
 */
export function ErrorSummary({ state, prefix }: Props): ReactNode {
  const t = useTranslations('form')
  const box = useRef<HTMLDivElement>(null)
  const [labels, setLabels] = useState<ReadonlyMap<string, string>>(new Map())
  const faults = Object.entries(state.fields)
  const labelled = useEffectEvent(() => {
    const named = faults.flatMap(([name, message]) => {
      const alone = faults.every(([other, same]) => other === name || same !== message)
      const control = alone ? null : document.querySelector(`#${CSS.escape(controlId(prefix, name))}`)
      const label = control === null ? '' : labelOf(control)
      return label === '' ? [] : [[name, label] as const]
    })
    setLabels(new Map(named))
  })
  useEffect(() => {
    box.current?.focus()
    startTransition(labelled)
  }, [])

  return (
    <div ref={box} role="alert" tabIndex={-1} className="scroll-mt-20 rounded-md">
      <RefusalNotice state={state}>
        {faults.length > 0 && (
          <>
            <p>{t('faults', { count: faults.length })}</p>
            <ul className="list-disc pl-4">
              {faults.map(([name, message]) => (
                <li key={name}>
                  <a
                    href={`#${controlId(prefix, name)}`}
                    className="inline-block min-h-6 py-0.5 align-top underline underline-offset-2"
                  >
                    {labels.has(name) && `${labels.get(name)}: `}
                    {message}
                  </a>
                </li>
              ))}
            </ul>
          </>
        )}
      </RefusalNotice>
    </div>
  )
}
