import type { ReactNode } from 'react'

/** The samples of a group, by title. */
export type Samples = Record<string, () => ReactNode>
