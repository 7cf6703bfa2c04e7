'use client'
import { useTranslations } from 'next-intl'
import { useRef, useState, type RefObject } from 'react'
import type { CheckLine } from '../../lib/views/trial.ts'
import { readLines } from '../ui/read-lines.ts'

export type Finding = Extract<CheckLine, { kind: 'finding' }>
/** Where a check stands: what was found so far, and how it ended. */
export type Check =
  | { status: 'none' }
  | { status: 'running'; findings: readonly Finding[] }
  | { status: 'good' | 'bad'; findings: readonly Finding[] }
  | { status: 'refused'; message: string; fields: readonly string[] }

/** Where a check is made; `takeWork` does the work that strangers owe. */
export type CheckTarget = { path: '/trial/check' | '/connection/check'; takeWork?: () => Promise<string> }

/** Runs the check of the connection that the form around `within` describes. */
export function useConnectionCheck(
  container: RefObject<HTMLElement | null>,
  { path, takeWork }: CheckTarget,
) {
  const t = useTranslations('form')
  const [check, setCheck] = useState<Check>({ status: 'none' })
  const under = useRef<AbortController | null>(null)

  async function run(): Promise<void> {
    const form = container.current?.closest('form')
    if (!form) return
    under.current?.abort()
    const mine = new AbortController()
    under.current = mine
    const asked = new FormData(form)
    const findings: Finding[] = []
    setCheck({ status: 'running', findings: [] })
    try {
      if (takeWork !== undefined) asked.set('work', await takeWork())
      for await (const line of readLines<CheckLine>(path, asked, mine.signal)) {
        if (line.kind === 'refused') {
          const fields = Object.values(line.fields).filter((message) => message !== undefined)
          return setCheck({ status: 'refused', message: line.message, fields })
        }
        findings.push(line)
        setCheck({ status: 'running', findings: [...findings] })
      }
      // What an installation cannot do is no fault of the connection.
      const good = findings.every(({ ok, step }) => ok || step === 'below')
      setCheck({ status: good ? 'good' : 'bad', findings })
    } catch {
      if (!mine.signal.aborted) setCheck({ status: 'refused', message: t('unreached'), fields: [] })
    }
  }

  function cancel() {
    under.current?.abort()
    setCheck({ status: 'none' })
  }

  return { check, run, cancel }
}
