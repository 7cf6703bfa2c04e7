import type { ReactNode } from 'react'
import type { EntrySlots } from './entry-slots.tsx'

type Props = EntrySlots & {
  /** How high it stands: a class. */
  height: string
  children: ReactNode
}

/**
 * Where somebody signs in: a picture beside the form where there is room, else above it. It looks at its own width and not at the screen's, so
 * that a preview is true; the picture takes its place before it has come.
 */
export function SignInLayout({ image, head, welcome, foot, height, children }: Props): ReactNode {
  return (
    <div className="@container">
      <div className={`flex flex-col @3xl:flex-row ${height}`}>
        {image}
        <div className="flex min-w-0 flex-1 flex-col items-center px-4 py-10 @lg:justify-center @3xl:py-16">
          <div className="w-full max-w-92 space-y-6">
            {head}
            {welcome}
            {children}
            {foot}
          </div>
        </div>
      </div>
    </div>
  )
}
