'use client'
import Link from 'next/link'
import type { ReactNode } from 'react'
import { PageHeader } from '../page-header.tsx'
import { Panel } from '../ui/panel.tsx'
import { PARTS } from './parts.tsx'
import { SCREENS } from './screen-names.ts'

/** Everything the face is made of, to look at and to be walked by tests. */
export function Gallery(): ReactNode {
  return (
    <main className="mx-auto max-w-4xl space-y-5 px-4 py-8">
      <PageHeader
        title="Gallery"
        about="Every part in every state, and every screen with made-up things in it."
      />
      <Panel title="Screens">
        <ul className="flex flex-wrap gap-x-4 gap-y-1">
          {SCREENS.map((screen) => (
            <li key={screen}>
              <Link href={`/gallery/${screen}`} className="underline underline-offset-2">
                {screen}
              </Link>
            </li>
          ))}
        </ul>
      </Panel>
      {Object.entries(PARTS).map(([name, part]) => (
        <Panel key={name} title={name}>
          {part()}
        </Panel>
      ))}
    </main>
  )
}
