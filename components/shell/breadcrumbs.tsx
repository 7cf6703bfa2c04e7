import { useTranslations } from 'next-intl'
import type { Route } from 'next'
import type { ReactNode } from 'react'
import type { BreadcrumbItem } from '../../lib/views/account.ts'
import { Link } from '../ui/link.tsx'
import { NameLabel } from './name-label.tsx'
import { FIXED_PAGES } from './nav-items.ts'

type Props = {
  /** The accounts above this page, below the list of all. */
  accounts?: readonly BreadcrumbItem[] | undefined
  /** The pages between those and this one: `Crumb`s. */
  above?: ReactNode
}

/** Links to the pages above this one; the page itself is its heading. */
export function Breadcrumbs({ accounts, above }: Props): ReactNode {
  const t = useTranslations()
  if (accounts === undefined && above === undefined) return null
  return (
    <nav aria-label={t('ui.breadcrumb')}>
      <ol className="flex min-w-0 flex-wrap items-center text-xs text-ink-faint">
        {accounts !== undefined && <Crumb href="/">{t('shell.nav.accounts')}</Crumb>}
        {accounts?.map(({ id, name }) => (
          <Crumb key={id} href={`/accounts/${id}`}>
            <NameLabel of="account" name={name} />
          </Crumb>
        ))}
        {above}
      </ol>
    </nav>
  )
}

type CrumbProps<Path extends string> = { href: Route<Path>; children: ReactNode }

/** One page above this one. */
export function Crumb<Path extends string>({ href, children }: CrumbProps<Path>): ReactNode {
  return (
    <CrumbItem>
      <Link
        href={href}
        className="-mx-1 max-w-48 truncate rounded-sm px-1 py-1 hover:bg-hover hover:text-ink"
      >
        {children}
      </Link>
    </CrumbItem>
  )
}

/** The heading of the settings pages in the navigation, which is no page itself. */
export function SettingsCrumb(): ReactNode {
  const t = useTranslations('shell.nav')
  return (
    <CrumbItem>
      <span className="py-1">{t('settings')}</span>
    </CrumbItem>
  )
}

/** A page of the navigation above this one, with the heading it stands under. */
export function NavCrumb({ name }: { name: (typeof FIXED_PAGES)[number]['name'] }): ReactNode {
  const t = useTranslations('shell.nav')
  const page = FIXED_PAGES.find((each) => each.name === name)
  if (page === undefined) return null
  return (
    <>
      {page.group === 'settings' && <SettingsCrumb />}
      <Crumb href={page.href}>{t(name)}</Crumb>
    </>
  )
}

function CrumbItem({ children }: { children: ReactNode }): ReactNode {
  return (
    <li className="flex max-w-full min-w-0 items-center">
      {children}
      <span aria-hidden="true" className="px-2 text-line-strong">
        /
      </span>
    </li>
  )
}
