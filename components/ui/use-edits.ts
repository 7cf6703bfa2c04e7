'use client'
import { startTransition, useEffect, useEffectEvent, useRef, useState } from 'react'

type FormRef = { readonly current: HTMLFormElement | null }
type Values = Readonly<Record<string, string>>

/** The unsaved input of a form. */
export type Edits = {
  /** The names of the fields that differ from what is stored. */
  changes: readonly string[]
  typedIn: () => void
  /** The form is sent as it is now. */
  sent: () => void
  /** What was sent is stored. */
  saved: () => void
  /** What the form shows now is stored. */
  stored: () => void
}

/** Compares a form with what is stored: what is typed and then taken back is no change. */
export function useEdits(form: FormRef): Edits {
  const [changes, setChanges] = useState<readonly string[]>([])
  const stored = useRef<Values>({})
  const posted = useRef<Values>({})

  function compare() {
    if (!form.current) return
    const now = valuesOf(form.current)
    // A field that has appeared since then is stored as it appeared.
    stored.current = { ...now, ...stored.current }
    setChanges(changesIn(now, stored.current))
  }
  const onHydrated = useEffectEvent(() => {
    if (form.current) stored.current = initialValuesOf(form.current)
    compare()
  })
  useEffect(() => startTransition(onHydrated), [])

  return {
    changes,
    typedIn: compare,
    sent: () => {
      if (form.current) posted.current = { ...valuesOf(form.current), ...emptySecretsOf(form.current) }
    },
    saved: () => {
      stored.current = posted.current
      if (!form.current) return
      // Secrets are about to be cleared.
      const now = { ...valuesOf(form.current), ...emptySecretsOf(form.current) }
      setChanges(changesIn(now, stored.current))
    },
    stored: () => {
      if (form.current) stored.current = valuesOf(form.current)
      setChanges([])
    },
  }
}

/** What a form would send, by name; several values of one name are lines, files are left out. */
function valuesOf(form: HTMLFormElement): Values {
  const data = new FormData(form)
  const own = controlsOf(form).map(({ name }) => name)
  return Object.fromEntries(
    [...new Set(own)].map((name) => [name, data.getAll(name).filter(isText).join('\n')]),
  )
}

/** The same before anything was typed, which a browser allows before the page works. */
function initialValuesOf(form: HTMLFormElement): Values {
  const early = controlsOf(form).flatMap((control) =>
    isTextControl(control) && control.value !== control.defaultValue
      ? [[control.name, control.defaultValue] as const]
      : [],
  )
  return { ...valuesOf(form), ...Object.fromEntries(early) }
}

function emptySecretsOf(form: HTMLFormElement): Values {
  const secrets = form.querySelectorAll<HTMLInputElement>('input[data-secret]')
  return Object.fromEntries(Array.from(secrets, ({ name }) => [name, '']))
}

function changesIn(now: Values, stored: Values): readonly string[] {
  return Object.keys(now).filter((name) => now[name] !== stored[name])
}

type Control = HTMLInputElement | HTMLSelectElement | HTMLTextAreaElement

/** The controls of a form in the order of the document, without what the form itself adds. */
export function controlsOf(form: HTMLFormElement): readonly Control[] {
  return Array.from(form.elements).flatMap((element) =>
    isControl(element) && element.name !== '' && element.name !== 'initialValues' ? [element] : [],
  )
}

/** Whether this is a control whose value a form sends. */
export function isControl(target: EventTarget): target is Control {
  return (
    target instanceof HTMLInputElement ||
    target instanceof HTMLSelectElement ||
    target instanceof HTMLTextAreaElement
  )
}

function isTextControl(control: Control): control is HTMLInputElement | HTMLTextAreaElement {
  if (control instanceof HTMLTextAreaElement) return true
  return control instanceof HTMLInputElement && !/^(?:checkbox|radio|hidden|file)$/.test(control.type)
}

function isText(value: FormDataEntryValue): value is string {
  return typeof value === 'string'
}
