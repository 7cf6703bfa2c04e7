import type { ReactNode } from 'react'
import { Shell } from '../../components/shell.tsx'
import { badgeOf } from '../../lib/domain/badge.ts'
import { reading } from '../reading.tsx'

/** The frame around everything that needs a viewer. */
export default async function PortalLayout({ children }: LayoutProps<'/'>): Promise<ReactNode> {
  return reading(
    (viewer) => Promise.resolve(badgeOf(viewer)),
    (viewer) => <Shell viewer={viewer}>{children}</Shell>,
  )
}
