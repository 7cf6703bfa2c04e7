'use client'
import { Menu, X } from 'lucide-react'
import { useTranslations } from 'next-intl'
import { Link } from '../ui/link.tsx'
import { useRef, type ReactNode } from 'react'
import { classNames } from '../ui/class-names.ts'
import { IconButton } from '../ui/icon-button.tsx'
import { useInnerPath } from '../ui/base-path.tsx'
import { useNavItems } from './use-nav-items.tsx'

const DRAWER = 'navigation'

/** The navigation: beside the page, or on small screens in a drawer that opens without script. */
export function Navigation(): ReactNode {
  const t = useTranslations('shell')
  const drawer = useRef<HTMLElement>(null)
  const path = useInnerPath()
  const items = useNavItems()
  const close = () => drawer.current?.matches(':popover-open') && drawer.current.hidePopover()
  return (
    <nav
      ref={drawer}
      id={DRAWER}
      popover="auto"
      aria-label={t('navigation.label')}
      className="fixed inset-y-0 left-0 m-0 h-dvh w-64 overflow-y-auto bg-canvas p-3 text-ink shadow-float backdrop:bg-veil md:sticky md:inset-auto md:top-13 md:block md:h-auto md:max-h-[calc(100dvh-3.25rem)] md:w-48 md:self-start md:border-0 md:pr-0 md:shadow-none"
    >
      <div className="mb-2 flex justify-end md:hidden">
        <IconButton label={t('navigation.close')} popoverTarget={DRAWER} popoverTargetAction="hide">
          <X aria-hidden="true" />
        </IconButton>
      </div>
      <ul className="space-y-0.5">
        {items
          .filter(({ own }) => !own)
          .map(({ href, name, icon: Icon, active }) => (
            <li key={href}>
              <Link
                href={href}
                onClick={close}
                aria-current={path === href ? 'page' : active.test(path) ? 'true' : undefined}
                className={classNames(
                  'flex min-h-control items-center gap-2.5 rounded-md px-2.5 text-sm font-medium',
                  active.test(path) ? 'bg-hover text-ink' : 'text-ink-soft hover:bg-hover hover:text-ink',
                )}
              >
                <Icon
                  aria-hidden="true"
                  className={classNames('size-4', active.test(path) ? 'text-accent-ink' : 'text-ink-faint')}
                />
                {t(`nav.${name}`)}
              </Link>
            </li>
          ))}
      </ul>
    </nav>
  )
}

/** Opens the drawer on small screens. */
export function NavigationButton(): ReactNode {
  const t = useTranslations('shell.navigation')
  return (
    <IconButton label={t('open')} popoverTarget={DRAWER} className="md:hidden">
      <Menu aria-hidden="true" />
    </IconButton>
  )
}
