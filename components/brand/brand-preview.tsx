'use client'
import { useTranslations } from 'next-intl'
import { lazy, Suspense, useState, type ReactNode } from 'react'
import { adjustedColours, type BrandTheme, type BrandImages, type BrandText } from '../../lib/views/brand.ts'
import { buttonClass } from '../ui/button-class.ts'
import { classNames } from '../ui/class-names.ts'
import { Panel } from '../ui/panel.tsx'
import { Segments } from '../ui/segments.tsx'
import { Tabs } from '../ui/tabs.tsx'
import { MailPreview } from './mail-preview.tsx'
import { BrandLogo } from './brand-logo.tsx'
import { brandedEntry } from './entry-slots.tsx'
import { SignInLayout } from './sign-in-layout.tsx'

// The Markdown renderer is loaded only for the preview.
const BrandMarkdown = lazy(async () => ({ default: (await import('./brand-markdown.tsx')).BrandMarkdown }))

type Props = { text: BrandText; images: BrandImages }

/** A preview of the draft: sign-in page, page header and mail; light or dark, on a screen or a phone. */
export function BrandPreview({ text, images }: Props): ReactNode {
  const t = useTranslations('brand.preview')
  const [theme, setTheme] = useState('light')
  const [size, setSize] = useState('screen')
  const brand = brandOf(text, images)
  const colours = adjustedColours(text)
  const frame = (children: ReactNode) => (
    <div
      data-theme={theme}
      style={colours?.properties ?? {}}
      className={classNames(
        'overflow-hidden rounded-md border border-line bg-canvas text-ink',
        size === 'phone' ? 'mx-auto w-full max-w-90' : 'w-full',
      )}
    >
      {/* Only a picture of a page: nothing in it can be focused or read out. */}
      <div inert>{children}</div>
    </div>
  )
  return (
    <Panel title={t('title')} className="space-y-4">
      <div className="js-only flex flex-wrap gap-3">
        <Choice
          legend={t('theme')}
          name="preview-theme"
          chosen={theme}
          onChoose={setTheme}
          choices={[
            { value: 'light', label: t('light') },
            { value: 'dark', label: t('dark') },
          ]}
        />
        <Choice
          legend={t('size')}
          name="preview-size"
          chosen={size}
          onChoose={setSize}
          choices={[
            { value: 'screen', label: t('screen') },
            { value: 'phone', label: t('phone') },
          ]}
        />
      </div>
      <Tabs
        label={t('title')}
        tabs={[
          {
            value: 'signIn',
            title: t('signIn'),
            panel: frame(
              <SignInLayout
                {...brandedEntry(
                  brand,
                  text.welcome !== '' && (
                    <Suspense>
                      <BrandMarkdown text={text.welcome} />
                    </Suspense>
                  ),
                )}
                height="min-h-120"
              >
                <SampleCard />
              </SignInLayout>,
            ),
          },
          { value: 'header', title: t('header'), panel: frame(<SampleHeader brand={brand} />) },
          {
            value: 'mail',
            title: t('mail'),
            panel: <MailPreview text={text} image={images.header} />,
          },
        ]}
      />
    </Panel>
  )
}

function brandOf(text: BrandText, images: BrandImages): BrandTheme {
  return {
    name: text.name,
    images,
    support: { email: text.supportEmail, phone: text.supportPhone, link: text.supportLink },
    legal: { terms: text.terms, privacy: text.privacy, imprint: text.imprint },
  }
}

type ChoiceProps = {
  legend: string
  name: string
  chosen: string
  onChoose: (value: string) => void
  choices: readonly { value: string; label: string }[]
}

function Choice({ legend, ...segments }: ChoiceProps): ReactNode {
  return (
    <fieldset>
      <legend className="sr-only">{legend}</legend>
      <Segments {...segments} />
    </fieldset>
  )
}

/** The sign-in card without its function. */
function SampleCard(): ReactNode {
  const t = useTranslations('signIn')
  return (
    <div className="space-y-5 rounded-lg border border-line bg-surface p-6 shadow-panel">
      <p className="text-xl font-semibold">{t('title')}</p>
      {(['email', 'password'] as const).map((name) => (
        <div key={name} className="space-y-1">
          <p className="flex items-baseline justify-between gap-3 text-sm font-medium">
            {t(name)}
            {name === 'password' && (
              <span className="text-xs font-normal text-accent-ink underline underline-offset-2">
                {t('forgot.link')}
              </span>
            )}
          </p>
          <div className="input" />
        </div>
      ))}
      <p className={buttonClass('primary', 'w-full')}>{t('submit')}</p>
    </div>
  )
}

/** A page header with sample content below. */
function SampleHeader({ brand }: { brand: BrandTheme }): ReactNode {
  const t = useTranslations('brand.preview')
  return (
    <div className="min-h-60 space-y-4 pb-6">
      <div className="flex h-13 items-center gap-2.5 border-b border-line px-4 text-sm">
        <BrandLogo brand={brand} />
      </div>
      <div className="space-y-3 px-4 text-sm">
        <p className="text-lg font-semibold">{t('sample')}</p>
        <p>
          <span className="text-accent-ink underline underline-offset-2">{t('link')}</span>
        </p>
        <p className="inline-block rounded-sm bg-accent-soft px-2 py-0.5 text-xs font-medium text-accent-ink">
          {t('mark')}
        </p>
        <p>
          <span className={buttonClass('primary')}>{t('button')}</span>
        </p>
      </div>
    </div>
  )
}
