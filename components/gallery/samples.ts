import type { ReactNode } from 'react'

/** Samples of a group, by what they show. */
export type Samples = Record<string, () => ReactNode>
