import type { ReactNode } from 'react'
import { Gallery } from '../../components/gallery/gallery.tsx'

/** What the face is made of. What is shipped has no such page (decision 145). */
export default function Page(): ReactNode {
  return <Gallery />
}
