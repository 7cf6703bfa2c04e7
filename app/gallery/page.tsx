import type { Metadata } from 'next'
import { notFound } from 'next/navigation'
import type { ReactNode } from 'react'
import { Gallery } from '../../components/gallery/gallery.tsx'

export const metadata: Metadata = { title: 'Gallery' }

/** The parts of the face; there is no such page in production. */
export default function Page(): ReactNode {
  return process.env.NODE_ENV === 'production' ? notFound() : <Gallery />
}
