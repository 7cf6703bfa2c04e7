import Link from 'next/link'
import type { Route } from 'next'
import type { ReactNode } from 'react'
import { buttonClass, type Weight } from './button.tsx'

type Props = { href: Route; weight?: Weight; className?: string; children: ReactNode }

/** A link to a place where something is done; looks like a button. */
export function LinkButton({ href, weight, className, children }: Props): ReactNode {
  return (
    <Link href={href} className={buttonClass(weight, className)}>
      {children}
    </Link>
  )
}
