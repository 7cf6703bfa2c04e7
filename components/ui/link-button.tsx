import { Link } from './link.tsx'
import type { Route } from 'next'
import type { ReactNode } from 'react'
import { buttonClass, type Size, type Weight } from './button.tsx'

type Props<Path extends string> = {
  href: Route<Path>
  weight?: Weight
  size?: Size
  className?: string
  children: ReactNode
}

/** A link that looks like a button. */
export function LinkButton<Path extends string>(props: Props<Path>): ReactNode {
  const { href, weight, size, className, children } = props
  return (
    <Link<Path> href={href} className={buttonClass(weight, className, size)}>
      {children}
    </Link>
  )
}
