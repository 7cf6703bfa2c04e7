'use client'
import { useTranslations } from 'next-intl'
import { useEffect, useEffectEvent, useRef, useState, type RefObject } from 'react'
import type { CheckLine } from '../../lib/views/trial.ts'
import { loadCheck, type LoadRules } from '../ui/use-field-checks.ts'
import { readLines } from '../ui/read-lines.ts'

export type Finding = Extract<CheckLine, { kind: 'finding' }>
/** The state of a check, with its results so far. */
export type Check =
  | { status: 'none' }
  | { status: 'running'; findings: readonly Finding[] }
  | { status: 'good' | 'bad'; findings: readonly Finding[] }
  | { status: 'refused'; message: string; fields: readonly string[] }

/**
 * Where to send the check; `fields` is what it is about, and `rules` say when these are filled in. `takeWork`
 * computes the proof of work that visitors owe.
 */
export type CheckTarget = {
  path: '/trial/check' | '/connection/check'
  fields: readonly string[]
  rules: LoadRules
  takeWork?: () => Promise<string>
}

/** Long enough for several fields to be filled in at once, in ms. */
const SETTLED_MS = 400

/**
 * Checks the connection that the form around `container` describes, as soon as its fields are filled in: when
 * one is left, not while it is typed, because a wrong password counts against the user in Kazoo. Results
 * vanish when a field that they are about changes.
 */
export function useConnectionCheck(container: RefObject<HTMLElement | null>, target: CheckTarget) {
  const t = useTranslations('form')
  const [check, setCheck] = useState<Check>({ status: 'none' })
  const pending = useRef<AbortController | null>(null)
  const timer = useRef<ReturnType<typeof setTimeout> | undefined>(undefined)
  /** What the last check was about. */
  const checked = useRef<string | null>(null)
  const formOf = () => container.current?.closest('form') ?? null

  async function run(): Promise<void> {
    const form = formOf()
    if (!form) return
    stop()
    const controller = new AbortController()
    pending.current = controller
    const body = new FormData(form)
    checked.current = subjectOf(body, target.fields)
    const findings: Finding[] = []
    setCheck({ status: 'running', findings: [] })
    try {
      if (target.takeWork !== undefined) body.set('work', await target.takeWork())
      for await (const line of readLines<CheckLine>(target.path, body, controller.signal)) {
        if (line.kind === 'refused') {
          const fields = Object.values(line.fields).filter((message) => message !== undefined)
          return setCheck({ status: 'refused', message: line.message, fields })
        }
        findings.push(line)
        setCheck({ status: 'running', findings: [...findings] })
      }
      setCheck({ status: findings.every(({ ok }) => ok) ? 'good' : 'bad', findings })
    } catch {
      if (!controller.signal.aborted) setCheck({ status: 'refused', message: t('unreached'), fields: [] })
    }
  }

  function stop() {
    clearTimeout(timer.current)
    pending.current?.abort()
  }

  async function runIfComplete(): Promise<void> {
    const form = formOf()
    if (!form || subjectOf(new FormData(form), target.fields) === checked.current) return
    const faultsOf = await loadCheck(target.rules)
    if (faultsOf !== null && Object.keys(faultsOf(new FormData(form))).length === 0) await run()
  }

  const onInput = useEffectEvent(() => {
    const form = formOf()
    if (!form || checked.current === null) return
    if (subjectOf(new FormData(form), target.fields) === checked.current) return
    checked.current = null
    stop()
    setCheck({ status: 'none' })
  })
  const onLeft = useEffectEvent(() => {
    clearTimeout(timer.current)
    timer.current = setTimeout(() => void runIfComplete(), SETTLED_MS)
  })
  const onSubmit = useEffectEvent(() => clearTimeout(timer.current))

  useEffect(() => {
    const form = container.current?.closest('form')
    if (!form) return undefined
    const stopAll = new AbortController()
    const { signal } = stopAll
    form.addEventListener('input', () => onInput(), { signal })
    form.addEventListener('change', () => onLeft(), { signal })
    form.addEventListener('submit', () => onSubmit(), { signal })
    return () => {
      stopAll.abort()
      clearTimeout(timer.current)
      pending.current?.abort()
    }
  }, [container])

  return { check, run }
}

/** The values of these fields, as one text to compare. */
function subjectOf(form: FormData, fields: readonly string[]): string {
  return JSON.stringify(fields.map((name) => form.getAll(name)))
}
