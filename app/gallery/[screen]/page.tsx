import type { Metadata } from 'next'
import { notFound } from 'next/navigation'
import type { ReactNode } from 'react'
import { SCREENS } from '../../../components/gallery/screen-names.ts'
import { Screen } from '../../../components/gallery/screens.tsx'

export const metadata: Metadata = { title: 'Gallery' }

/** One screen with made-up things in it; there is no such page in production. */
export default async function Page(props: PageProps<'/gallery/[screen]'>): Promise<ReactNode> {
  const { screen } = await props.params
  const name = SCREENS.find((each) => each === screen)
  return process.env.NODE_ENV === 'production' || name === undefined ? notFound() : <Screen name={name} />
}
