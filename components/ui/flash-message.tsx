import type { Route } from 'next'
import type { ReactNode } from 'react'
import { FlashToast } from './flash-toast.tsx'
import { Notice, type Tone } from './notice.tsx'
import { UnlessScript } from './unless-script.tsx'

type Props<Path extends string> = {
  tone?: Tone
  /** What was done; null: nothing. */
  title: string | null
  about?: string | null
  /** What one may want to do next, such as to create another. */
  next?: { label: string; href: Route<Path> } | null
}

/**
 * Says how the action ended that led to this page (`?done=`). A success is a toast, without script a notice.
 * Anything else has to be read and acted on: it is a notice, announced by a region that is always there.
 */
export function FlashMessage<Path extends string>({
  tone = 'success',
  title,
  about = null,
  next = null,
}: Props<Path>): ReactNode {
  const notice = title !== null && (
    <Notice tone={tone} title={title}>
      {about !== null && <p>{about}</p>}
    </Notice>
  )
  if (tone !== 'success') return <output className="block empty:hidden">{notice}</output>
  return (
    <>
      <FlashToast {...{ title, about, next }} />
      {notice && <UnlessScript>{notice}</UnlessScript>}
    </>
  )
}
