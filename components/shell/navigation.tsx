'use client'
import { ListTree, Menu, X, type LucideIcon } from 'lucide-react'
import Link from 'next/link'
import { usePathname } from 'next/navigation'
import { useRef, type ReactNode } from 'react'
import { classNames } from '../ui/class-names.ts'
import { IconButton } from '../ui/icon-button.tsx'

const DRAWER = 'navigation'
const PLACES: { href: '/'; name: string; icon: LucideIcon; within: RegExp }[] = [
  { href: '/', name: 'Accounts', icon: ListTree, within: /^\/($|accounts\/|devices\/)/ },
]

/** The places of the portal: beside the page where there is room, else a drawer that opens without script as well. */
export function Navigation(): ReactNode {
  const drawer = useRef<HTMLElement>(null)
  const path = usePathname()
  const shut = () => drawer.current?.matches(':popover-open') && drawer.current.hidePopover()
  return (
    <nav
      ref={drawer}
      id={DRAWER}
      popover="auto"
      aria-label="Main"
      className="fixed inset-y-0 left-0 m-0 h-dvh w-64 bg-canvas p-3 text-ink shadow-float backdrop:bg-veil md:sticky md:inset-auto md:top-13 md:block md:h-auto md:w-48 md:self-start md:pr-0 md:shadow-none"
    >
      <div className="mb-2 flex justify-end md:hidden">
        <IconButton label="Close navigation" popoverTarget={DRAWER} popoverTargetAction="hide">
          <X aria-hidden="true" />
        </IconButton>
      </div>
      <ul className="space-y-0.5">
        {PLACES.map(({ href, name, icon: Icon, within }) => (
          <li key={href}>
            <Link
              href={href}
              onClick={shut}
              aria-current={path === href ? 'page' : within.test(path) ? 'true' : undefined}
              className={classNames(
                'flex min-h-control items-center gap-2.5 rounded-md px-2.5 text-sm font-medium',
                within.test(path) ? 'bg-hover text-ink' : 'text-ink-soft hover:bg-hover hover:text-ink',
              )}
            >
              <Icon
                aria-hidden="true"
                className={classNames('size-4', within.test(path) ? 'text-accent-ink' : 'text-ink-faint')}
              />
              {name}
            </Link>
          </li>
        ))}
      </ul>
    </nav>
  )
}

/** Opens the drawer, where there is one. */
export function NavigationButton(): ReactNode {
  return (
    <IconButton label="Open navigation" popoverTarget={DRAWER} className="md:hidden">
      <Menu aria-hidden="true" />
    </IconButton>
  )
}
