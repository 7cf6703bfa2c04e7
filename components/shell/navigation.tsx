'use client'
import { Menu, X } from 'lucide-react'
import { useTranslations } from 'next-intl'
import { Link } from '../ui/link.tsx'
import { useRef, type ReactNode } from 'react'
import { classNames } from '../ui/class-names.ts'
import { IconButton } from '../ui/icon-button.tsx'
import { useInnerPath } from '../ui/base-path.tsx'
import { NAV_GROUPS, type NavItem } from './nav-items.ts'
import { useNavItems } from './use-nav-items.tsx'

const DRAWER = 'navigation'

/** The navigation: beside the page, or on small screens in a drawer that opens without script. */
export function Navigation(): ReactNode {
  const t = useTranslations('shell')
  const drawer = useRef<HTMLElement>(null)
  const items = useNavItems()
  const close = () => drawer.current?.matches(':popover-open') && drawer.current.hidePopover()
  return (
    <nav
      ref={drawer}
      id={DRAWER}
      popover="auto"
      aria-label={t('navigation.label')}
      className="fixed inset-y-0 left-0 m-0 h-dvh w-64 overflow-y-auto bg-canvas p-3 text-ink shadow-float backdrop:bg-veil md:sticky md:inset-auto md:top-[calc(3.25rem+var(--bar))] md:block md:h-auto md:max-h-[calc(100dvh-3.25rem-var(--bar))] md:w-52 md:shrink-0 md:self-start md:border-0 md:shadow-none"
    >
      <div className="mb-2 flex justify-end md:hidden">
        <IconButton label={t('navigation.close')} popoverTarget={DRAWER} popoverTargetAction="hide">
          <X aria-hidden="true" />
        </IconButton>
      </div>
      <div className="space-y-4">
        {NAV_GROUPS.map((group) => (
          <NavGroup
            key={group}
            title={group === 'settings' ? t('nav.settings') : null}
            items={items.filter((item) => item.group === group)}
            onChoose={close}
          />
        ))}
      </div>
    </nav>
  )
}

type GroupProps = { title: string | null; items: readonly NavItem[]; onChoose: () => void }

function NavGroup({ title, items, onChoose }: GroupProps): ReactNode {
  const t = useTranslations('shell.nav')
  const path = useInnerPath()
  if (items.length === 0) return null
  return (
    <div>
      {title !== null && <h2 className="px-2.5 pb-1 text-xs text-ink-faint">{title}</h2>}
      <ul className="space-y-0.5" aria-label={title ?? undefined}>
        {items.map(({ href, name, icon: Icon, active }) => (
          <li key={href}>
            <Link
              href={href}
              onClick={onChoose}
              aria-current={path === href ? 'page' : active.test(path) ? 'true' : undefined}
              className={classNames(
                'flex min-h-control items-center gap-2.5 rounded-md px-2.5 py-1 text-sm font-medium',
                active.test(path) ? 'bg-selected text-ink' : 'text-ink-soft hover:bg-hover hover:text-ink',
              )}
            >
              <Icon
                aria-hidden="true"
                className={classNames(
                  'size-4 shrink-0',
                  active.test(path) ? 'text-accent-ink' : 'text-ink-faint',
                )}
              />
              {t(name)}
            </Link>
          </li>
        ))}
      </ul>
    </div>
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
