'use client'
import { startTransition, useEffect, useEffectEvent, useState } from 'react'
import type { Typed } from '../../lib/views/form.ts'
import { typedOf } from '../../lib/views/secret-fields.ts'

/** The window hears it before the page is loaded anew. */
const RELOADING = 'portal:reloading'
const PREFIX = 'portal.typed '
/** Nobody wants back what was typed longer ago, in ms. */
const LASTS = 10 * 60_000

type FormRef = { readonly current: HTMLFormElement | null }
type Kept<Field extends string> = { at: number; typed: Typed<Field> }

let keptAll = false

/** Loads the page anew, once what is typed into its forms is kept. */
export function reloadKeepingDrafts(): void {
  keptAll = true
  dispatchEvent(new Event(RELOADING))
  location.reload()
}

/** Whether the page may go, since what was typed is kept. */
export function areDraftsSaved(): boolean {
  return keptAll
}

/**
 * While `unsaved`, what is typed is kept when the page is loaded anew, but no secret: in the browser's storage of this tab, under the address and
 * what is edited (`about`).
 */
export function useSaveDraft(form: FormRef, about: string, unsaved: boolean): void {
  const keep = useEffectEvent(() => {
    if (form.current && unsaved) put(nameOf(form.current, about), new FormData(form.current))
  })
  useEffect(() => {
    const hear = () => keep()
    addEventListener(RELOADING, hear)
    return () => removeEventListener(RELOADING, hear)
  }, [])
}

/** What was typed into this form before the page was loaded anew, and when; null: nothing. It is taken once, and what is of other pages goes away. */
export function useRestoredDraft<Field extends string>(form: FormRef, about: string): Kept<Field> | null {
  const [kept, setKept] = useState<Kept<Field> | null>(null)
  const take = useEffectEvent(() => {
    if (form.current) setKept(taken<Field>(nameOf(form.current, about)))
  })
  useEffect(() => startTransition(take), [])
  return kept
}

/** One page may have several forms about one thing: they differ in their first field. */
function nameOf(form: HTMLFormElement, about: string): string {
  const first = form.querySelector('[name]:not([type=hidden])')?.getAttribute('name') ?? ''
  return `${ofThisPage()}${about} ${first}`
}

function ofThisPage(): string {
  return `${PREFIX}${location.pathname} `
}

function put(name: string, form: FormData): void {
  const texts = [...form].flatMap(([field, value]) =>
    typeof value === 'string' ? [[field, value] as const] : [],
  )
  const kept: Kept<string> = { at: Date.now(), typed: typedOf(Object.fromEntries(texts)) }
  try {
    sessionStorage.setItem(name, JSON.stringify(kept))
  } catch {
    // There is no room for it: whoever leaves is asked.
    keptAll = false
  }
}

function taken<Field extends string>(name: string): Kept<Field> | null {
  const text = stored()?.getItem(name) ?? null
  for (const key of Object.keys(stored() ?? {}))
    if (key === name || (key.startsWith(PREFIX) && !key.startsWith(ofThisPage()))) stored()?.removeItem(key)
  const kept = text === null ? null : asKept<Field>(JSON.parse(text))
  return kept !== null && Date.now() - kept.at < LASTS ? kept : null
}

/** A browser may keep nothing for us. */
function stored(): Storage | null {
  try {
    return sessionStorage
  } catch {
    return null
  }
}

/** We wrote it ourselves: this only gives it its name. */
function asKept<Field extends string>(kept: Kept<Field>): Kept<Field> {
  return kept
}
