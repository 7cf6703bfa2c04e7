'use client'
import { useRouter } from 'next/navigation'
import { useState } from 'react'
import type { CreationLine, CreationStep, NewAccountField } from '../../lib/views/account.ts'
import type { FormAction } from '../../lib/views/form.ts'
import { readLines } from '../ui/read-lines.ts'

/** After this time the form says that it may take a while, in ms. */
const LONG_MS = 5_000

/** Sends the form of a new account and reports the current step. `long`: it takes longer than usual. */
export function useAccountCreation() {
  const router = useRouter()
  const [step, setStep] = useState<CreationStep | null>(null)
  const [long, setLong] = useState(false)

  const send: FormAction<NewAccountField> = async (_previous, form) => {
    setStep('account')
    setLong(false)
    const wait = setTimeout(() => setLong(true), LONG_MS)
    try {
      for await (const line of readLines<CreationLine>('/accounts/create', form)) {
        if (line.step !== null) setStep(line.step)
        if (line.path !== null) router.push(line.path)
        if (line.state !== null) return line.state
      }
      throw new Error('The answer ended without a result.')
    } finally {
      clearTimeout(wait)
    }
  }
  return { step, long, send }
}
