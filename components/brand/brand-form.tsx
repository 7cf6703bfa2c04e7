'use client'
import { useTranslations } from 'next-intl'
import type { ReactNode } from 'react'
import type { BrandField, BrandText } from '../../lib/views/brand.ts'
import type { FormAction } from '../../lib/views/form.ts'
import { Form } from '../ui/form.tsx'
import { SegmentedField } from '../ui/segmented-field.tsx'
import { TextField } from '../ui/text-field.tsx'
import { TextareaField } from '../ui/textarea-field.tsx'
import { ColourField } from './colour-field.tsx'
import { AdjustedColours } from './adjusted-colours.tsx'

const rules = async () => (await import('../../lib/views/brand-form.ts')).brandRules

type Props = {
  text: BrandText
  /** The values as they are being typed. */
  typed: BrandText
  action: FormAction<BrandField>
  readOnly: boolean
}

/** Edits name, colours, texts and links of a brand. */
export function BrandForm({ text, typed, action, readOnly }: Props): ReactNode {
  const t = useTranslations('brand.look')
  return (
    <Form
      action={action}
      rules={rules}
      initialValues={text}
      submit={t('submit')}
      submitting={t('submitting')}
      readOnly={readOnly}
      sticky
    >
      <TextField<BrandField> name="name" label={t('name')} hint={t('nameHint')} value={text.name} required />
      <FormPart title={t('colours')}>
        <ColourPair t={t} names={['primary', 'accent']} text={text} typed={typed} />
        <SegmentedField<BrandField>
          name="darkColours"
          label={t('darkColours')}
          hint={t('darkColoursHint')}
          value={text.darkColours}
          choices={[
            { value: 'calculated', label: t('calculated') },
            { value: 'chosen', label: t('chosen') },
          ]}
        />
        {typed.darkColours === 'chosen' ? (
          <ColourPair t={t} names={['primaryDark', 'accentDark']} text={text} typed={typed} />
        ) : (
          (['primaryDark', 'accentDark'] as const).map((name) => (
            <input key={name} type="hidden" name={name} value={text[name]} />
          ))
        )}
        <AdjustedColours text={typed} />
      </FormPart>
      <FormPart title={t('texts')}>
        <TextareaField<BrandField>
          name="welcome"
          label={t('welcome')}
          hint={t('welcomeHint')}
          value={text.welcome}
        />
        <TextField<BrandField>
          name="senderName"
          label={t('senderName')}
          hint={t('senderNameHint')}
          value={text.senderName}
        />
      </FormPart>
      <FormPart title={t('support')}>
        <div className="grid gap-4 sm:grid-cols-2">
          <TextField<BrandField>
            name="supportEmail"
            label={t('supportEmail')}
            value={text.supportEmail}
            type="email"
            inputMode="email"
          />
          <TextField<BrandField>
            name="supportPhone"
            label={t('supportPhone')}
            value={text.supportPhone}
            type="tel"
            inputMode="tel"
          />
        </div>
        <LinkField name="supportLink" label={t('supportLink')} text={text} />
      </FormPart>
      <FormPart title={t('legal')}>
        <LinkField name="terms" label={t('terms')} text={text} />
        <LinkField name="privacy" label={t('privacy')} text={text} />
        <LinkField name="imprint" label={t('imprint')} text={text} />
      </FormPart>
    </Form>
  )
}

function FormPart({ title, children }: { title: string; children: ReactNode }): ReactNode {
  return (
    <fieldset className="space-y-4 border-t border-line pt-4">
      <legend className="float-left mb-4 w-full text-sm font-semibold">{title}</legend>
      <div className="clear-both space-y-4">{children}</div>
    </fieldset>
  )
}

type ColourPairProps = {
  t: ReturnType<typeof useTranslations<'brand.look'>>
  names: readonly ('primary' | 'accent' | 'primaryDark' | 'accentDark')[]
  text: BrandText
  typed: BrandText
}

function ColourPair({ t, names, text, typed }: ColourPairProps): ReactNode {
  return (
    <div className="grid gap-4 sm:grid-cols-2">
      {names.map((name) => (
        <ColourField<BrandField>
          key={name}
          name={name}
          label={t(`colour.${name}`)}
          hint={t(`colourHint.${name}`)}
          picker={t('pick', { colour: t(`colour.${name}`) })}
          value={text[name]}
          shown={typed[name]}
          required
        />
      ))}
    </div>
  )
}

type LinkFieldProps = {
  name: 'supportLink' | 'terms' | 'privacy' | 'imprint'
  label: string
  text: BrandText
}

function LinkField({ name, label, text }: LinkFieldProps): ReactNode {
  return (
    <TextField<BrandField>
      name={name}
      label={label}
      value={text[name]}
      type="url"
      inputMode="url"
      placeholder="https://"
      spellCheck={false}
    />
  )
}
