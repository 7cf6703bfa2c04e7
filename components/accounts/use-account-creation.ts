'use client'
import { useRouter } from 'next/navigation'
import { useState } from 'react'
import type { CreationLine, CreationStep, NewAccountField } from '../../lib/views/account.ts'
import type { FormAction } from '../../lib/views/form.ts'
import { readLines } from '../ui/read-lines.ts'

/** After so long a person wonders whether anything happens, in ms. */
const LONG = 5_000

/** Sends the form of a new account and hears what is being done meanwhile; `long`: it has been a while. */
export function useAccountCreation() {
  const router = useRouter()
  const [step, setStep] = useState<CreationStep | null>(null)
  const [long, setLong] = useState(false)

  const send: FormAction<NewAccountField> = async (_before, form) => {
    setStep('account')
    setLong(false)
    const wait = setTimeout(() => setLong(true), LONG)
    try {
      for await (const line of readLines<CreationLine>('/accounts/create', form)) {
        if (line.step !== null) setStep(line.step)
        if (line.path !== null) router.push(line.path)
        if (line.state !== null) return line.state
      }
      throw new Error('The portal broke off.')
    } finally {
      clearTimeout(wait)
    }
  }
  return { step, long, send }
}
