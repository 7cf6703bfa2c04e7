'use client'
import { useEffect } from 'react'
import type { BreadcrumbItem } from '../../lib/views/account.ts'
import { noteAccountAbove } from '../shell/current-account.ts'
import { useInnerPath } from '../ui/base-path.tsx'
import { addRecent, addVisit } from './recent-pages.ts'

/** Adds this page and the accounts above it to the palette's recent pages, and notes where one stands. */
export function RecordVisit({
  name,
  breadcrumbs,
  mac = '',
}: {
  name: string
  breadcrumbs: readonly BreadcrumbItem[]
  /** The MAC address of a device. */
  mac?: string
}): null {
  const path = useInnerPath()
  useEffect(() => {
    addVisit(path, name, mac)
    addRecent(breadcrumbs)
    noteAccountAbove(breadcrumbs.at(-1)?.id ?? null)
  }, [path, name, breadcrumbs, mac])
  return null
}
