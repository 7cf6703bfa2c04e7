import type { ReactNode } from 'react'
import { LocalTime } from '../ui/local-time.tsx'

/** An instant for the place that a sentence keeps for it. */
export const timeOf = (at: string) => (): ReactNode => <LocalTime at={at} />
