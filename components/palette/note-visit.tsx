'use client'
import { useEffect } from 'react'
import type { Crumb } from '../../lib/views/account.ts'
import { useInnerPath } from '../ui/within.tsx'
import { notePassed, noteVisit } from './known.ts'

/** Remembers this page, and the accounts above it, for the palette. */
export function NoteVisit({ name, trail }: { name: string; trail: readonly Crumb[] }): null {
  const path = useInnerPath()
  useEffect(() => {
    noteVisit(path, name)
    notePassed(trail)
  }, [path, name, trail])
  return null
}
