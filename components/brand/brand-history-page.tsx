import { History } from 'lucide-react'
import { useTranslations } from 'next-intl'
import type { ReactNode } from 'react'
import type { BrandVersion } from '../../lib/views/brand.ts'
import type { FormAction } from '../../lib/views/form.ts'
import { Badge } from '../ui/badge.tsx'
import { EmptyState } from '../ui/empty-state.tsx'
import { LocalTime } from '../ui/local-time.tsx'
import { Panel } from '../ui/panel.tsx'
import { ButtonForm } from '../ui/button-form.tsx'
import { BrandFrame } from './brand-frame.tsx'
import { ColourSwatch } from './adjusted-colours.tsx'

type Props = {
  versions: readonly BrandVersion[]
  restore: FormAction<'version'> | null
}

/** All published versions, each with a button to restore it. */
export function BrandHistoryPage({ versions, restore }: Props): ReactNode {
  const t = useTranslations('brand.history')
  return (
    <BrandFrame tab="history">
      {versions.length === 0 ? (
        <Panel>
          <EmptyState icon={History} title={t('empty')}>
            {t('emptyAbout')}
          </EmptyState>
        </Panel>
      ) : (
        <Panel title={t('title')} hint={t('hint')} className="p-0">
          <ul className="divide-y divide-line">
            {versions.map((version) => (
              <li
                key={version.number}
                className="flex flex-wrap items-center gap-x-5 gap-y-2 px-4 py-3 text-sm"
              >
                <Version version={version} />
                {restore !== null && !version.live && (
                  <ButtonForm<'version'>
                    action={restore}
                    hidden={{ version: String(version.number) }}
                    size="small"
                    label={t('restoreThis', { number: version.number })}
                  >
                    {t('restore')}
                  </ButtonForm>
                )}
              </li>
            ))}
          </ul>
        </Panel>
      )}
    </BrandFrame>
  )
}

function Version({ version }: { version: BrandVersion }): ReactNode {
  const t = useTranslations('brand')
  const { number, name, primary, accent, images, at, by, restores, live } = version
  const when = <LocalTime at={at} exact />
  return (
    <div className="min-w-0 flex-1 basis-64 space-y-1">
      <p className="flex flex-wrap items-center gap-x-2 gap-y-1">
        <span className="font-medium">{t('version', { number })}</span>
        {live && <Badge tone="good">{t('history.shows')}</Badge>}
        {restores !== null && (
          <span className="text-ink-soft">{t('history.restores', { number: restores })}</span>
        )}
      </p>
      <p className="flex flex-wrap items-center gap-2">
        <ColourSwatch colour={primary} />
        <ColourSwatch colour={accent} />
        {images.header !== null && (
          <img
            src={images.header.src}
            width={images.header.width}
            height={images.header.height}
            alt=""
            className="h-6 w-auto max-w-32 object-contain"
          />
        )}
        <span className="min-w-0 break-words">{name}</span>
      </p>
      <p className="text-xs text-ink-faint">{t.rich('history.published', { by, at: () => when })}</p>
    </div>
  )
}
