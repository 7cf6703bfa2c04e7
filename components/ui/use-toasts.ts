'use client'
import { useSyncExternalStore } from 'react'
import type { Tone } from './notice.tsx'

/** What a toast says. `action` is a way to take back what was done, or to go and look at it. */
export type ToastTexts = {
  title: string
  description?: string
  tone?: Tone
  action?: { label: string; run: () => void }
}

type Show = (toast: ToastTexts) => void

const waiting: ToastTexts[] = []
const listeners = new Set<() => void>()
let show: Show | null = null
let wanted = false

/** Says things at the edge of the page, from anywhere in it; `ToastRegion` shows them. */
export function useToasts(): { add: Show } {
  return TOASTS
}
const TOASTS = { add }

function add(toast: ToastTexts): void {
  if (show) return show(toast)
  waiting.push(toast)
  wanted = true
  for (const listener of listeners) listener()
}

/** Whether there was ever something to say. */
export function useToastsWanted(): boolean {
  return useSyncExternalStore(
    listen,
    () => wanted,
    () => false,
  )
}

function listen(listener: () => void): () => void {
  listeners.add(listener)
  return () => listeners.delete(listener)
}

/** Lets `shower` show what waits and what comes; returns how to end that. */
export function showToasts(shower: Show): () => void {
  show = shower
  waiting.splice(0).forEach(shower)
  return () => {
    show = null
  }
}
