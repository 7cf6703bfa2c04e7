import { Globe, Plus } from 'lucide-react'
import { useTranslations } from 'next-intl'
import type { ReactNode } from 'react'
import type { DomainFlash, DomainList } from '../../lib/views/custom-domain.ts'
import type { Verb } from '../../lib/views/viewer.ts'
import { SettingsCrumb } from '../shell/breadcrumbs.tsx'
import { PageHeader } from '../shell/page-header.tsx'
import { PaletteActions } from '../palette/palette-actions.tsx'
import { EmptyState } from '../ui/empty-state.tsx'
import { LinkButton } from '../ui/link-button.tsx'
import { Notice } from '../ui/notice.tsx'
import { FlashMessage } from '../ui/flash-message.tsx'
import { CustomDomainTable } from './custom-domain-table.tsx'

type Props = { list: DomainList; may: readonly Verb[]; done: DomainFlash | null }

/** The tenant's custom domains, and the one that its links use. */
export function CustomDomainsPage({ list, may, done }: Props): ReactNode {
  const t = useTranslations('customDomains')
  const { domains, own, trial, full } = list
  const adds = may.includes('domain.add') && !trial && !full
  const primaryDomain = domains.find(({ primary, state }) => primary && state === 'live')
  const add = (
    <LinkButton href="/brand/domains/new" weight="primary">
      <Plus aria-hidden="true" />
      {t('add.do')}
    </LinkButton>
  )
  return (
    <>
      <PageHeader
        title={t('title')}
        about={t('about')}
        above={<SettingsCrumb />}
        actions={adds && domains.length > 0 && add}
      />
      <PaletteActions actions={adds ? [{ label: t('add.title'), href: '/brand/domains/new' }] : []} />
      <FlashMessage title={done && t(`flash.${done}`)} />
      {trial && <TrialNotice own={own} may={may} />}
      {domains.length === 0 ? (
        <div className="rounded-lg border border-line bg-surface">
          <EmptyState icon={Globe} title={t('empty.title')}>
            <p>{t('empty.about', { own })}</p>
            {adds && add}
          </EmptyState>
        </div>
      ) : (
        <>
          <CustomDomainTable domains={domains} />
          <p className="text-sm text-ink-soft">
            {primaryDomain === undefined
              ? t('links.own', { host: own })
              : t('links.primary', { host: primaryDomain.letters ?? primaryDomain.host })}
          </p>
        </>
      )}
      {full && <p className="text-sm text-ink-soft">{t('full')}</p>}
    </>
  )
}

function TrialNotice({ own, may }: { own: string; may: readonly Verb[] }): ReactNode {
  const t = useTranslations('customDomains.trial')
  return (
    <Notice tone="info" title={t('title')}>
      <p>{t('about', { own })}</p>
      {may.includes('connection.edit') && (
        <LinkButton href="/connection" size="small">
          {t('go')}
        </LinkButton>
      )}
    </Notice>
  )
}
