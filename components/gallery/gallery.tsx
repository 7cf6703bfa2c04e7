import type { ReactNode } from 'react'
import { PageHeader } from '../shell/page-header.tsx'
import { Panel } from '../ui/panel.tsx'
import { GROUPS, SCREENS } from './screen-names.ts'

/** Links to every sample group and screen, for people and tests. */
export function Gallery(): ReactNode {
  return (
    <main className="mx-auto max-w-4xl space-y-5 px-4 py-8">
      <PageHeader
        title="Gallery"
        about="Every part in every state, and every screen with made-up things in it."
      />
      <Panel title="Parts">
        <Links names={GROUPS} />
      </Panel>
      <Panel title="Screens">
        <Links names={SCREENS} />
      </Panel>
    </main>
  )
}

/** Plain links: the route types do not know these pages, which are not in the production build. */
function Links({ names }: { names: readonly string[] }): ReactNode {
  return (
    <ul className="flex flex-wrap gap-x-4 gap-y-1">
      {names.map((name) => (
        <li key={name}>
          <a href={`/gallery/${name}`} className="inline-block min-h-6 underline underline-offset-2">
            {name}
          </a>
        </li>
      ))}
    </ul>
  )
}
