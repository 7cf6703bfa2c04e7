import type { ReactNode } from 'react'
import { Gallery } from '../../components/gallery/gallery.tsx'

/** The gallery of components, which is not in the production build (decision 145). */
export default function Page(): ReactNode {
  return <Gallery />
}
