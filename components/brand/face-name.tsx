'use client'
import type { ReactNode } from 'react'
import { useEntry } from './face-context.tsx'

/** Whose page this is, before anybody is signed in: the brand of the host, or the product where it is nobody's. */
export function FaceName(): ReactNode {
  return useEntry().head
}
