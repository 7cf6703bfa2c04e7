'use client'
import { useTranslations } from 'next-intl'
import { useState, type InputEvent, type ReactNode } from 'react'
import {
  BRAND_FIELDS,
  type BrandField,
  type BrandEditorState,
  type BrandText,
} from '../../lib/views/brand.ts'
import type { FormAction } from '../../lib/views/form.ts'
import { Panel } from '../ui/panel.tsx'
import type { RefreshPage } from '../ui/refreshed.ts'
import { BrandForm } from './brand-form.tsx'
import { BrandPreview } from './brand-preview.tsx'
import { BrandImageForm } from './brand-image-form.tsx'

type Props = {
  editor: BrandEditorState
  /** Whether the viewer may change anything. */
  edits: boolean
  actions: { edit: FormAction<BrandField>; removeImage: FormAction<'kind'>; refresh: RefreshPage }
}

/** The draft of the brand, with a preview that follows the input. */
export function BrandEditor({ editor, edits, actions }: Props): ReactNode {
  const t = useTranslations('brand')
  const saved = JSON.stringify(editor.text)
  const [edited, setEdited] = useState<{ of: string; typed: BrandText } | null>(null)
  // Input is discarded once something else is saved.
  const typed = edited?.of === saved ? edited.typed : editor.text

  function onInput({ currentTarget }: InputEvent<HTMLDivElement>) {
    const form = currentTarget.querySelector('form')
    if (form !== null) setEdited({ of: saved, typed: textIn(form, editor.text) })
  }

  return (
    <div className="grid items-start gap-5 xl:grid-cols-[minmax(0,1fr)_minmax(0,1fr)]">
      <div className="space-y-5">
        <Panel title={t('look.title')} className="pb-0 sm:px-6">
          <div onInput={onInput}>
            <BrandForm text={editor.text} typed={typed} action={actions.edit} readOnly={!edits} />
          </div>
        </Panel>
        {(['signIn', 'header'] as const).map((kind) => (
          <Panel key={kind} title={t(`images.${kind}.title`)}>
            <BrandImageForm
              kind={kind}
              image={editor.images[kind]}
              edits={edits}
              remove={actions.removeImage}
              refresh={actions.refresh}
            />
          </Panel>
        ))}
      </div>
      <div className="xl:sticky xl:top-16">
        <BrandPreview text={typed} images={editor.images} />
      </div>
    </div>
  )
}

function textIn(form: HTMLFormElement, before: BrandText): BrandText {
  const sent = new FormData(form)
  const text = { ...before }
  for (const field of BRAND_FIELDS) {
    const value = sent.get(field)
    if (typeof value === 'string') text[field] = value
  }
  return text
}
