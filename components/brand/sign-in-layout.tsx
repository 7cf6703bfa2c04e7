import type { ReactNode } from 'react'
import type { EntrySlots } from './entry-slots.tsx'

type Props = EntrySlots & {
  /** The class for its height. */
  height: string
  children: ReactNode
}

/**
 * The layout of entry pages: an image beside the form, or above it in a narrow container. It uses container
 * queries, so that the preview is accurate, and reserves the image's space before it has loaded.
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
