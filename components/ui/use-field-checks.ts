'use client'
import { useEffect, useEffectEvent, useRef, useState } from 'react'
import type { Faults, Rules } from '../../lib/views/form-check.ts'
import type { Rule } from '../../lib/views/field-list.ts'
import { waitForPointerUp } from './wait-for-pointer-up.ts'

/** Fetches the rules of a form: `() => import(...)`, so that they come when they are first wanted. */
export type LoadRules = () => Promise<Rules>
/** What the rules say now of fields that are looked at again: null is a field that is well. */
export type CheckResults = Readonly<Record<string, Rule | null>>

type Check = (form: FormData) => Faults
type Named = { readonly target: EventTarget }

export type Checks = {
  verdicts: CheckResults
  /** `faulty`: the fields that the last answer marked. */
  typedIn: (event: Named, faulty: readonly string[]) => void
  /** Before it is sent: what the rules refuse. Empty too when they cannot be had, since the server asks them anyway. */
  faults: (form: FormData) => Promise<Faults>
  /** The form was refused here; from now on every field follows what is typed. */
  refused: () => void
  /** The server has answered: what it says is newer than anything said here. */
  answered: () => void
}

/**
 * Asks the rules of a form while it is filled in: of a field that was changed, once it is left; then at every change. What only the server can
 * know about a field stands until that field itself is changed.
 */
export function useFieldChecks(
  form: { readonly current: HTMLFormElement | null },
  load: LoadRules | undefined,
): Checks {
  const [verdicts, setVerdicts] = useState<CheckResults>({})
  const check = useRef<Promise<Check | null> | null>(null)
  const changed = useRef(new Set<string>())
  const followed = useRef(new Set<string>())

  async function rules(): Promise<Check | null> {
    if (load === undefined) return null
    const loaded = await (check.current ??= loadedCheck(load))
    // Fetched once more at the next occasion.
    if (loaded === null) check.current = null
    return loaded
  }

  async function display() {
    const ask = await rules()
    if (ask === null || form.current === null) return
    const faults = ask(new FormData(form.current))
    setVerdicts(Object.fromEntries([...followed.current].map((name) => [name, faults[name] ?? null])))
  }

  // Somebody who goes into the form will want its rules.
  const entered = useEffectEvent(() => void rules())
  const left = useEffectEvent(({ target }: Event) => {
    const name = nameOf(target)
    if (!changed.current.has(name)) return
    followed.current.add(name)
    void waitForPointerUp().then(display)
  })
  useEffect(() => {
    const own = form.current
    const enter = () => entered()
    const leave = (event: Event) => left(event)
    own?.addEventListener('focusin', enter)
    own?.addEventListener('focusout', leave)
    return () => {
      own?.removeEventListener('focusin', enter)
      own?.removeEventListener('focusout', leave)
    }
  }, [form])

  return {
    verdicts,
    typedIn: ({ target }, faulty) => {
      const name = nameOf(target)
      changed.current.add(name)
      if (faulty.includes(name)) followed.current.add(name)
      if (followed.current.size > 0) void display()
    },
    faults: async (sent) => (await rules())?.(sent) ?? {},
    refused: () => {
      for (const control of form.current?.elements ?? []) followed.current.add(nameOf(control))
      setVerdicts({})
    },
    answered: () => {
      changed.current.clear()
      followed.current.clear()
      setVerdicts({})
    },
  }
}

async function loadedCheck(load: LoadRules): Promise<Check | null> {
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
