import type { ComponentProps, ReactNode } from 'react'
import { Problem } from './problem.tsx'
import { PRODUCT, ProductMark } from './product.tsx'

/** A problem outside the frame of the portal, as a page of its own. */
export function ProblemPage(props: ComponentProps<typeof Problem>): ReactNode {
  return (
    <main className="mx-auto max-w-lg px-4 py-8">
      <p className="flex items-center gap-2.5 font-semibold">
        <ProductMark className="size-7" />
        {PRODUCT}
      </p>
      <Problem {...props} />
    </main>
  )
}
