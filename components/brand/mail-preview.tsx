import { useTranslations } from 'next-intl'
import type { ReactNode } from 'react'
import { themeTokens } from '../../lib/views/brand-colours.ts'
import { coloursOf, adjustedColours, type BrandImageRow, type BrandText } from '../../lib/views/brand.ts'

const INK = '#1c2529'
const FAINT = '#56646b'

type Props = { text: BrandText; image: BrandImageRow | null }

/** A mail of the brand as mail clients show it: always on white. */
export function MailPreview({ text, image }: Props): ReactNode {
  const t = useTranslations('brand.preview')
  if (adjustedColours(text) === null) return null
  const colours = themeTokens(coloursOf(text), 'light')
  return (
    <div
      inert
      style={{ backgroundColor: '#f2f5f6', color: INK }}
      className="space-y-3 rounded-md border border-line p-4 forced-color-adjust-none"
    >
      <p style={{ color: FAINT }} className="text-xs">
        {t('from', { name: text.senderName === '' ? text.name : text.senderName })}
      </p>
      <div
        style={{ backgroundColor: '#ffffff', borderTopColor: colours['--accent'] }}
        className="mx-auto max-w-120 space-y-4 border-t-4 px-6 py-5"
      >
        {image === null ? (
          <p style={{ color: colours['--accent-ink'] }} className="font-semibold">
            {text.name}
          </p>
        ) : (
          <img
            src={image.src}
            width={image.width}
            height={image.height}
            alt=""
            className="h-9 w-auto max-w-50 object-contain"
          />
        )}
        <p className="text-xl font-semibold">{t('subject')}</p>
        <p className="text-sm">{t('letter')}</p>
        <p
          style={{ backgroundColor: colours['--accent'], color: colours['--on-accent'] }}
          className="inline-block rounded-md px-4 py-2.5 text-sm font-semibold"
        >
          {t('action')}
        </p>
      </div>
    </div>
  )
}
