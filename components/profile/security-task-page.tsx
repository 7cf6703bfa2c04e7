import type { Route } from 'next'
import type { ReactNode } from 'react'
import { PageHeader } from '../shell/page-header.tsx'
import { LinkButton } from '../ui/link-button.tsx'
import { Panel } from '../ui/panel.tsx'

type Props = { title: string; about?: string; back: string; wide?: boolean; children: ReactNode }

const SECURITY: Route = '/profile/security'

/** A page for one change of the security settings, with a link back. */
export function SecurityTaskPage({ title, about, back, wide = false, children }: Props): ReactNode {
  return (
    <div className={wide ? 'max-w-3xl space-y-5' : 'max-w-xl space-y-5'}>
      <PageHeader
        title={title}
        about={about}
        actions={
          <LinkButton href={SECURITY} weight="quiet">
            {back}
          </LinkButton>
        }
      />
      <Panel>{children}</Panel>
    </div>
  )
}
