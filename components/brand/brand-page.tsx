import { useTranslations } from 'next-intl'
import type { ReactNode } from 'react'
import type { BrandDeed, BrandField, BrandRoom } from '../../lib/views/brand.ts'
import type { FormAction } from '../../lib/views/form.ts'
import type { Verb } from '../../lib/views/viewer.ts'
import { Badge } from '../ui/badge.tsx'
import { Notice } from '../ui/notice.tsx'
import { BrandEditor } from './brand-editor.tsx'
import { BrandFrame } from './brand-frame.tsx'
import { PublishPanel } from './publish-panel.tsx'
import { WhitelabelPanel } from './whitelabel-panel.tsx'

type Props = {
  room: BrandRoom
  may: readonly Verb[]
  done: BrandDeed | null
  /** Why a picture was refused where there is no script. */
  refused: string | null
  actions: {
    edit: FormAction<BrandField>
    removePicture: FormAction<'kind'>
    publish: FormAction<never>
    discard: FormAction<never>
    take: FormAction<never>
    write: FormAction<never>
  }
}

/** The brand: what shows, what is worked on, and what it looks like. */
export function BrandPage({ room, may, done, refused, actions }: Props): ReactNode {
  const t = useTranslations('brand')
  const edits = may.includes('brand.edit')
  const mark =
    room.live === null ? null : <Badge tone="good">{t('version', { number: room.live.number })}</Badge>
  return (
    <BrandFrame tab="look" may={may} marks={mark}>
      {done !== null && (
        <output className="block">
          <Notice tone="success" title={t(`deeds.${done}.title`)}>
            <p>{t(`deeds.${done}.about`)}</p>
          </Notice>
        </output>
      )}
      {refused !== null && (
        <div role="alert">
          <Notice tone="error" title={refused} />
        </div>
      )}
      <PublishPanel room={room} edits={edits} actions={actions} />
      <BrandEditor room={room} edits={edits} actions={actions} />
      {edits && <WhitelabelPanel published={room.live !== null} actions={actions} />}
    </BrandFrame>
  )
}
