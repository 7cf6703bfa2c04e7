'use client'
import { createContext } from 'react'

/** Asks whoever is signed in to prove who they are, and then does `again` what was refused for want of it. */
export type AskForProof = (again: () => void) => void

/** Null where nobody is asked: outside of the portal's frame. */
export const ProofContext = createContext<AskForProof | null>(null)
