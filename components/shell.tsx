import Link from 'next/link'
import type { ReactNode } from 'react'
import type { ViewerBadge } from '../lib/views/viewer.ts'
import { PRODUCT, ProductMark } from './product.tsx'
import { Navigation, NavigationButton } from './shell/navigation.tsx'
import { WhoAmI } from './shell/who-am-i.tsx'

const CONTENT = 'content'

type Props = {
  viewer: ViewerBadge
  /** Stands above everything, such as whose eyes these are. */
  banner?: ReactNode
  children: ReactNode
}

/** The frame of every page of somebody signed in. */
export function Shell({ viewer, banner, children }: Props): ReactNode {
  return (
    <div className="flex min-h-dvh flex-col">
      <a
        href={`#${CONTENT}`}
        className="fixed top-2 left-2 z-30 -translate-y-16 rounded-md bg-accent px-3 py-2 text-sm font-medium text-on-accent focus:translate-y-0"
      >
        Skip to content
      </a>
      {banner}
      <header className="sticky top-0 z-20 flex h-13 items-center gap-2 bg-canvas px-3 max-md:border-b max-md:border-line">
        <NavigationButton />
        <Link href="/" className="flex min-w-0 items-center gap-2.5 rounded-md px-1.5 py-1 text-sm">
          <ProductMark />
          <span className="truncate font-semibold">{viewer.tenant}</span>
          <span className="truncate text-ink-faint max-sm:sr-only">{PRODUCT}</span>
        </Link>
        <div className="ml-auto flex min-w-0 items-center">
          <WhoAmI viewer={viewer} />
        </div>
      </header>
      <div className="flex min-w-0 flex-1">
        <Navigation />
        <main
          id={CONTENT}
          tabIndex={-1}
          className="min-w-0 flex-1 px-4 py-5 outline-none sm:px-6 md:my-0 md:mr-2 md:mb-2 md:rounded-lg md:border md:border-line md:bg-surface"
        >
          <div className="mx-auto max-w-6xl space-y-5">{children}</div>
        </main>
      </div>
    </div>
  )
}
