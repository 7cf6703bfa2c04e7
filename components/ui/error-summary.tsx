'use client'
import { useTranslations } from 'next-intl'
import { useEffect, useRef, type ReactNode } from 'react'
import type { Refusal } from '../../lib/views/form.ts'
import { controlId } from './form-context.ts'
import { RefusalNotice } from './refusal-notice.tsx'

type Props = { state: Refusal<string>; prefix: string }

/**
 * Lists the errors of a form, each linked to its field. It takes the focus when it appears; each refusal
 * renders a new one.
 */
export function ErrorSummary({ state, prefix }: Props): ReactNode {
  const t = useTranslations('form')
  const box = useRef<HTMLDivElement>(null)
  useEffect(() => box.current?.focus(), [])
  const faults = Object.entries(state.fields)

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
