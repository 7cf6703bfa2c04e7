'use client'
import { useSyncExternalStore } from 'react'
import type { Tone } from './notice.tsx'

/** The texts of a toast. `action` undoes what was done, or opens it. */
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

/** Shows toasts from anywhere in the page; `ToastRegion` renders them. */
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

/** Whether any toast has been added. */
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

/** Passes waiting and later toasts to `next`; returns the function that stops it. */
export function showToasts(next: Show): () => void {
  show = next
  waiting.splice(0).forEach(next)
  return () => {
    show = null
  }
}
