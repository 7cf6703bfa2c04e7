'use client'
import { startTransition, useEffect, useEffectEvent, useState } from 'react'
import type { Typed } from '../../lib/views/form.ts'
import { typedOf } from '../../lib/views/secret-fields.ts'

/** Dispatched on the window before the page reloads. */
const RELOADING = 'portal:reloading'
const PREFIX = 'portal.typed '
/** Drafts older than this are dropped, in ms. */
const MAX_AGE_MS = 10 * 60_000

type FormRef = { readonly current: HTMLFormElement | null }
type Draft<Field extends string> = { at: number; typed: Typed<Field> }

let allSaved = false

/** Saves the drafts of all forms, then reloads the page. */
export function reloadKeepingDrafts(): void {
  allSaved = true
  dispatchEvent(new Event(RELOADING))
  location.reload()
}

/** Whether the page may be left because all drafts are saved. */
export function areDraftsSaved(): boolean {
  return allSaved
}

/**
 * While `unsaved`, saves what is typed when the page reloads, without secrets: in the session storage of this
 * tab, by address and by what is edited (`about`).
 */
export function useSaveDraft(form: FormRef, about: string, unsaved: boolean): void {
  const saveNow = useEffectEvent(() => {
    if (form.current && unsaved) save(storageKey(form.current, about), new FormData(form.current))
  })
  useEffect(() => {
    const listener = () => saveNow()
    addEventListener(RELOADING, listener)
    return () => removeEventListener(RELOADING, listener)
  }, [])
}

/**
 * What was typed into this form before the page was reloaded, and when; null: nothing. A draft is restored
 * once, and drafts of other pages are removed.
 */
export function useRestoredDraft<Field extends string>(form: FormRef, about: string): Draft<Field> | null {
  const [draft, setDraft] = useState<Draft<Field> | null>(null)
  const take = useEffectEvent(() => {
    if (form.current) setDraft(takeDraft<Field>(storageKey(form.current, about)))
  })
  useEffect(() => startTransition(take), [])
  return draft
}

/** A page may have several forms about the same thing: their first field tells them apart. */
function storageKey(form: HTMLFormElement, about: string): string {
  const first = form.querySelector('[name]:not([type=hidden])')?.getAttribute('name') ?? ''
  return `${pagePrefix()}${about} ${first}`
}

function pagePrefix(): string {
  return `${PREFIX}${location.pathname} `
}

function save(name: string, form: FormData): void {
  const texts = [...form].flatMap(([field, value]) =>
    typeof value === 'string' ? [[field, value] as const] : [],
  )
  const draft: Draft<string> = { at: Date.now(), typed: typedOf(Object.fromEntries(texts)) }
  try {
    sessionStorage.setItem(name, JSON.stringify(draft))
  } catch {
    // The storage is full: the browser will ask before the page is left.
    allSaved = false
  }
}

function takeDraft<Field extends string>(name: string): Draft<Field> | null {
  const text = stored()?.getItem(name) ?? null
  for (const key of Object.keys(stored() ?? {}))
    if (key === name || (key.startsWith(PREFIX) && !key.startsWith(pagePrefix()))) stored()?.removeItem(key)
  const draft = text === null ? null : asDraft<Field>(JSON.parse(text))
  return draft !== null && Date.now() - draft.at < MAX_AGE_MS ? draft : null
}

/** A browser may refuse storage. */
function stored(): Storage | null {
  try {
    return sessionStorage
  } catch {
    return null
  }
}

/** Gives a parsed draft its type: we wrote it ourselves. */
function asDraft<Field extends string>(draft: Draft<Field>): Draft<Field> {
  return draft
}
