import { useTranslations } from 'next-intl'
import type { ReactNode } from 'react'
import type { BrandFlash, BrandField, BrandEditorState } from '../../lib/views/brand.ts'
import type { FormAction } from '../../lib/views/form.ts'
import type { Verb } from '../../lib/views/viewer.ts'
import { Badge } from '../ui/badge.tsx'
import { FlashMessage } from '../ui/flash-message.tsx'
import { Notice } from '../ui/notice.tsx'
import type { RefreshPage } from '../ui/refreshed.ts'
import { BrandEditor } from './brand-editor.tsx'
import { BrandFrame } from './brand-frame.tsx'
import { PublishPanel } from './publish-panel.tsx'
import { WhitelabelPanel } from './whitelabel-panel.tsx'

type Props = {
  editor: BrandEditorState
  may: readonly Verb[]
  done: BrandFlash | null
  /** Why an image was refused, for uploads without script. */
  refused: string | null
  actions: {
    edit: FormAction<BrandField>
    removeImage: FormAction<'kind'>
    refresh: RefreshPage
    publish: FormAction<never>
    discard: FormAction<never>
    importWhitelabel: FormAction<never>
    writeWhitelabel: FormAction<never>
  }
}

/** The brand: what is published, the draft, and its preview. */
export function BrandPage({ editor, may, done, refused, actions }: Props): ReactNode {
  const t = useTranslations('brand')
  const edits = may.includes('brand.edit')
  const mark =
    editor.live === null ? null : <Badge tone="good">{t('version', { number: editor.live.number })}</Badge>
  return (
    <BrandFrame tab="look" marks={mark}>
      <FlashMessage title={done && t(`flash.${done}.title`)} about={done && t(`flash.${done}.about`)} />
      {refused !== null && (
        <div role="alert">
          <Notice tone="error" title={refused} />
        </div>
      )}
      <PublishPanel editor={editor} edits={edits} actions={actions} />
      <BrandEditor editor={editor} edits={edits} actions={actions} />
      {edits && <WhitelabelPanel published={editor.live !== null} actions={actions} />}
    </BrandFrame>
  )
}
