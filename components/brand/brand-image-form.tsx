'use client'
import { useTranslations } from 'next-intl'
import { useId, useState, type ReactNode } from 'react'
import { ICON_PARTS, type BrandImageRow, type ImageKind } from '../../lib/views/brand.ts'
import type { FormAction } from '../../lib/views/form.ts'
import { Button } from '../ui/button.tsx'
import { Notice } from '../ui/notice.tsx'
import { ButtonForm } from '../ui/button-form.tsx'
import type { RefreshPage } from '../ui/refreshed.ts'
import { Segments } from '../ui/segments.tsx'
import { CropBox } from './crop-box.tsx'
import { FileInput } from './file-input.tsx'
import { useImageUpload } from './use-image-upload.ts'

const PATH = '/brand/images'
const TYPES = 'image/png,image/jpeg,image/webp'

type Props = {
  kind: ImageKind
  image: BrandImageRow | null
  edits: boolean
  remove: FormAction<'kind'>
  refresh: RefreshPage
}

/** One image of the draft, and a form to replace it. Without script it is a plain file upload. */
export function BrandImageForm({ kind, image, edits, remove, refresh }: Props): ReactNode {
  const t = useTranslations('brand.images')
  const tUi = useTranslations('ui')
  const [chosen, setChosen] = useState<{ bitmap: ImageBitmap; at: number } | null>(null)
  const [uploads, setUploads] = useState(0)
  const { state, pending, stale, send } = useImageUpload(PATH, refresh, () => {
    setChosen(null)
    setUploads(uploads + 1)
  })
  const id = useId()
  const error = state.status === 'rejected' ? (state.fields.image ?? state.message) : null

  async function choose(picked: File | undefined) {
    const bitmap = picked === undefined ? null : await bitmapOf(picked)
    // If the browser cannot decode the file, the server decides and explains.
    setChosen(bitmap && { bitmap, at: Date.now() })
  }

  return (
    <div className="space-y-4">
      <p className="text-sm text-ink-soft">{t(`${kind}.about`)}</p>
      {image !== null && <StoredImage image={image} alt={t(`${kind}.alt`)} />}
      {edits && (
        <form
          method="post"
          action={PATH}
          encType="multipart/form-data"
          aria-label={t(`${kind}.title`)}
          onSubmit={(event) => {
            event.preventDefault()
            if (!pending) send(event.currentTarget)
          }}
          className="space-y-4"
        >
          <input type="hidden" name="kind" value={kind} />
          {error !== null && (
            <div role="alert" id={`${id}-error`}>
              <Notice
                tone="error"
                title={error}
                reference={state.status === 'rejected' ? state.reference : null}
              />
            </div>
          )}
          <div className="space-y-1">
            <label htmlFor={`${id}-file`} className="text-sm font-medium">
              {t('choose')}
            </label>
            <FileInput
              key={uploads}
              id={`${id}-file`}
              name="image"
              accept={TYPES}
              aria-describedby={`${id}-limits${error === null ? '' : ` ${id}-error`}`}
              button={t('pick')}
              none={t('none')}
              onPick={(picked) => void choose(picked)}
            />
            <p id={`${id}-limits`} className="text-xs text-ink-faint">
              {t('limits')}
            </p>
          </div>
          {chosen !== null && <CropBox key={chosen.at} kind={kind} bitmap={chosen.bitmap} />}
          {kind === 'header' && (
            <fieldset className="space-y-1">
              <legend className="text-sm font-medium">{t('icon.label')}</legend>
              <Segments
                name="icon"
                chosen="whole"
                choices={ICON_PARTS.map((part) => ({ value: part, label: t(`icon.${part}`) }))}
              />
              <p className="text-xs text-ink-faint">{t('icon.hint')}</p>
            </fieldset>
          )}
          <div className="flex flex-wrap items-center gap-3">
            <Button type="submit" pending={pending}>
              {t('use')}
            </Button>
            <output className="space-y-1 text-sm">
              {state.status === 'saved' && <p className="text-good">{state.message}</p>}
              {stale && <p className="text-warn">{tUi('stale')}</p>}
            </output>
          </div>
        </form>
      )}
      {edits && image !== null && (
        <ButtonForm<'kind'> action={remove} hidden={{ kind }} weight="quiet" size="small">
          {t(`${kind}.remove`)}
        </ButtonForm>
      )}
    </div>
  )
}

/** The stored image on a light and a dark background. */
function StoredImage({ image, alt }: { image: BrandImageRow; alt: string }): ReactNode {
  return (
    <div className="grid grid-cols-2 overflow-hidden rounded-md border border-line">
      {(['light', 'dark'] as const).map((theme) => (
        <div key={theme} data-theme={theme} className="flex items-center justify-center bg-canvas p-3">
          <img
            src={image.src}
            width={image.width}
            height={image.height}
            alt={theme === 'light' ? alt : ''}
            className="h-auto max-h-32 w-auto max-w-full object-contain"
          />
        </div>
      ))}
    </div>
  )
}

/** The decoded image, or null; large files are not decoded because that would block the page. */
async function bitmapOf(file: File): Promise<ImageBitmap | null> {
  if (file.size > 5 * 1024 * 1024) return null
  try {
    return await createImageBitmap(file)
  } catch {
    return null
  }
}
