import { useTranslations } from 'next-intl'
import type { ReactNode } from 'react'
import type { BrandEditorState } from '../../lib/views/brand.ts'
import type { FormAction } from '../../lib/views/form.ts'
import { LinkButton } from '../ui/link-button.tsx'
import { LocalTime } from '../ui/local-time.tsx'
import { Notice } from '../ui/notice.tsx'
import { Panel } from '../ui/panel.tsx'
import { ButtonForm } from '../ui/button-form.tsx'

type Props = {
  editor: BrandEditorState
  edits: boolean
  actions: { publish: FormAction<never>; discard: FormAction<never> }
}

/** What is published, and whether the draft differs from it. */
export function PublishPanel({ editor, edits, actions }: Props): ReactNode {
  const t = useTranslations('brand.publish')
  const { live, changed, trial } = editor
  const since = live && <LocalTime at={live.at} exact />
  return (
    <Panel title={t('title')} className="space-y-3 text-sm">
      {live === null ? (
        <p>{t('nothing')}</p>
      ) : (
        <p>
          {t.rich(live.restores === null ? 'live' : 'liveAgain', {
            number: live.number,
            restores: live.restores ?? 0,
            by: live.by,
            at: () => since,
          })}
        </p>
      )}
      <p className="text-ink-soft">{t(changed ? 'differs' : live === null ? 'untouched' : 'same')}</p>
      {trial && (
        <Notice tone="info" title={t('trial')}>
          <p>{t('trialAbout')}</p>
          <LinkButton href="/connection" size="small">
            {t('goLive')}
          </LinkButton>
        </Notice>
      )}
      {edits && changed && (
        <div className="flex flex-wrap items-start gap-2">
          {!trial && (
            <ButtonForm action={actions.publish} weight="primary">
              {t('publish')}
            </ButtonForm>
          )}
          {live !== null && (
            <ButtonForm action={actions.discard} weight="quiet">
              {t('discard')}
            </ButtonForm>
          )}
        </div>
      )}
      {!edits && <p className="text-ink-soft">{t('readOnly')}</p>}
    </Panel>
  )
}
