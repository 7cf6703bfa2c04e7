'use client'
import { createContext } from 'react'

/** Asks the viewer to confirm their password, then runs `retry`, the action that was refused without it. */
export type RequestStepUp = (retry: () => void) => void

/** Null outside the portal's frame, where there is no dialog to ask in. */
export const StepUpContext = createContext<RequestStepUp | null>(null)
