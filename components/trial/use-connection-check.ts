'use client'
import { useTranslations } from 'next-intl'
import { useRef, useState, type RefObject } from 'react'
import type { CheckLine } from '../../lib/views/trial.ts'
import { readLines } from '../ui/read-lines.ts'

export type Finding = Extract<CheckLine, { kind: 'finding' }>
/** The state of a check, with its results so far. */
export type Check =
  | { status: 'none' }
  | { status: 'running'; findings: readonly Finding[] }
  | { status: 'good' | 'bad'; findings: readonly Finding[] }
  | { status: 'refused'; message: string; fields: readonly string[] }

/** Where to send the check; `takeWork` computes the proof of work that visitors owe. */
export type CheckTarget = { path: '/trial/check' | '/connection/check'; takeWork?: () => Promise<string> }

/** Checks the connection that the form around `container` describes. */
export function useConnectionCheck(
  container: RefObject<HTMLElement | null>,
  { path, takeWork }: CheckTarget,
) {
  const t = useTranslations('form')
  const [check, setCheck] = useState<Check>({ status: 'none' })
  const pending = useRef<AbortController | null>(null)

  async function run(): Promise<void> {
    const form = container.current?.closest('form')
    if (!form) return
    pending.current?.abort()
    const controller = new AbortController()
    pending.current = controller
    const body = new FormData(form)
    const findings: Finding[] = []
    setCheck({ status: 'running', findings: [] })
    try {
      if (takeWork !== undefined) body.set('work', await takeWork())
      for await (const line of readLines<CheckLine>(path, body, controller.signal)) {
        if (line.kind === 'refused') {
          const fields = Object.values(line.fields).filter((message) => message !== undefined)
          return setCheck({ status: 'refused', message: line.message, fields })
        }
        findings.push(line)
        setCheck({ status: 'running', findings: [...findings] })
      }
      // A limit of the installation is not an error of the connection.
      const good = findings.every(({ ok, step }) => ok || step === 'below')
      setCheck({ status: good ? 'good' : 'bad', findings })
    } catch {
      if (!controller.signal.aborted) setCheck({ status: 'refused', message: t('unreached'), fields: [] })
    }
  }

  function cancel() {
    pending.current?.abort()
    setCheck({ status: 'none' })
  }

  return { check, run, cancel }
}
