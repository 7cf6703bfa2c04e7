import type { ReactNode } from 'react'
import type { AuditSubjectView } from '../../lib/views/audit.ts'
import { classNames } from '../ui/class-names.ts'
import { Link } from '../ui/link.tsx'
import { useSubjectLabel } from './audit-labels.ts'

type Props = { subject: AuditSubjectView; verb: string; className?: string }

/** The name of what an event is about, as a link to its page where it still has one. */
export function SubjectLink({ subject, verb, className }: Props): ReactNode {
  const label = useSubjectLabel()(subject)
  const page = pageOf(subject, verb)
  if (page === null) return <span className={classNames('py-0.5', className)}>{label}</span>
  return (
    <Link
      href={page}
      className={classNames(
        'inline-block max-w-full rounded-sm py-0.5 underline decoration-line-strong underline-offset-2 hover:decoration-current',
        className,
      )}
    >
      {label}
    </Link>
  )
}

type Page =
  | `/${'accounts' | 'users' | 'devices' | 'team' | 'brand/domains'}/${string}`
  | '/team'
  | '/brand'
  | '/connection'
  | '/connection/sign-on'
  | '/impersonations'

/** The page of a subject; null where it was deleted, or has none of its own. */
function pageOf({ kind, name, about, gone, member }: AuditSubjectView, verb: string): Page | null {
  if (gone) return null
  if (kind === 'member') return member === null ? null : `/team/${member}`
  if (kind === 'domain') return domainPage(name, verb)
  if (kind === 'tenant') return TENANT_PAGES[verb.split('.')[0] ?? ''] ?? null
  if (kind === 'invitation') return '/team'
  if (kind === 'impersonation') return '/impersonations'
  if (about === null) return null
  if (kind === 'account') return `/accounts/${about}`
  if (kind === 'user') return `/users/${about}`
  return kind === 'device' ? `/devices/${about}` : null
}

function domainPage(host: string, verb: string): Page | null {
  if (verb.startsWith('mailDomain.')) return '/connection/sign-on'
  return verb === 'domain.remove' ? null : `/brand/domains/${encodeURIComponent(host)}`
}

/** Where to find what an event changed of the portal as a whole, by the noun of its verb. */
const TENANT_PAGES: Readonly<Record<string, Page>> = {
  connection: '/connection',
  brand: '/brand',
  impersonation: '/impersonations',
}
