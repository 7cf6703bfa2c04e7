'use client'
import type { ReactNode } from 'react'
import { useInnerPath } from '../ui/base-path.tsx'
import { PageSkeleton } from './page-skeleton.tsx'

/** The outline of this page, whose data are still loading. */
export function CurrentPageSkeleton(): ReactNode {
  return <PageSkeleton path={useInnerPath()} />
}
