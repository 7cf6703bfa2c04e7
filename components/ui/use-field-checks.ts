'use client'
import { useEffect, useEffectEvent, useRef, useState } from 'react'
import type { Faults, Rules } from '../../lib/views/form-check.ts'
import type { Rule } from '../../lib/views/field-list.ts'
import { waitForPointerUp } from './wait-for-pointer-up.ts'

/** Loads the rules of a form when they are first needed: `() => import(...)`. */
export type LoadRules = () => Promise<Rules>
/** The results of checks in the browser, by field; null: valid. */
export type CheckResults = Readonly<Record<string, Rule | null>>

type Check = (form: FormData) => Faults
type Named = { readonly target: EventTarget }

export type FieldChecks = {
  results: CheckResults
  /** `faulty`: the fields with an error in the last answer. */
  typedIn: (event: Named, faulty: readonly string[]) => void
  /** Checks the form before it is sent. Empty too if the rules cannot be loaded: the server checks anyway. */
  faults: (form: FormData) => Promise<Faults>
  /** The form failed its check: from now on every field is checked while it changes. */
  refused: () => void
  /** The server has answered: its errors replace those found here. */
  answered: () => void
}

/**
 * Checks fields while a form is filled in: a changed field when it loses the focus, then at every change. An
 * error that only the server can find stays until that field changes.
 */
export function useFieldChecks(
  form: { readonly current: HTMLFormElement | null },
  load: LoadRules | undefined,
): FieldChecks {
  const [results, setResults] = useState<CheckResults>({})
  const check = useRef<Promise<Check | null> | null>(null)
  const changed = useRef(new Set<string>())
  const followed = useRef(new Set<string>())

  async function rules(): Promise<Check | null> {
    if (load === undefined) return null
    const loaded = await (check.current ??= loadCheck(load))
    // Loads again next time.
    if (loaded === null) check.current = null
    return loaded
  }

  async function recheck() {
    const validate = await rules()
    if (validate === null || form.current === null) return
    const faults = validate(new FormData(form.current))
    setResults(Object.fromEntries([...followed.current].map((name) => [name, faults[name] ?? null])))
  }

  // Loads the rules when the form receives the focus.
  const onFocusIn = useEffectEvent(() => void rules())
  const onFocusOut = useEffectEvent(({ target }: Event) => {
    const name = nameOf(target)
    if (!changed.current.has(name)) return
    followed.current.add(name)
    void waitForPointerUp().then(recheck)
  })
  useEffect(() => {
    const element = form.current
    const enter = () => onFocusIn()
    const leave = (event: Event) => onFocusOut(event)
    element?.addEventListener('focusin', enter)
    element?.addEventListener('focusout', leave)
    return () => {
      element?.removeEventListener('focusin', enter)
      element?.removeEventListener('focusout', leave)
    }
  }, [form])

  return {
    results,
    typedIn: ({ target }, faulty) => {
      const name = nameOf(target)
      changed.current.add(name)
      if (faulty.includes(name)) followed.current.add(name)
      if (followed.current.size > 0) void recheck()
    },
    faults: async (sent) => (await rules())?.(sent) ?? {},
    refused: () => {
      for (const control of form.current?.elements ?? []) followed.current.add(nameOf(control))
      setResults({})
    },
    answered: () => {
      changed.current.clear()
      followed.current.clear()
      setResults({})
    },
  }
}

/** Loads what finds the faults of a form by these rules; null if it cannot be loaded. */
export async function loadCheck(load: LoadRules): Promise<Check | null> {
  try {
    const [{ readForm }, rules] = await Promise.all([import('../../lib/views/form-check.ts'), load()])
    return (form) => {
      const read = readForm(rules, form)
      return read.ok ? {} : read.faults
    }
  } catch {
    return null
  }
}

function nameOf(target: EventTarget | null): string {
  return target !== null && 'name' in target && typeof target.name === 'string' ? target.name : ''
}
