'use client'
import { useTranslations } from 'next-intl'
import { copyText } from '../copy-text.ts'
import { useToasts } from '../use-toasts.ts'

/** Copies values of rows to the clipboard: one says so in a toast, many in the message of a bulk action. */
export function useCopy() {
  const t = useTranslations('table')
  const toasts = useToasts()

  function copyOne(text: string): void {
    void copyText(text).then((copied) =>
      toasts.add(
        copied
          ? { title: t('copied', { text }), tone: 'success' }
          : { title: t('copyRefused'), tone: 'error' },
      ),
    )
  }

  const copyMany =
    <Row>(textOf: (row: Row) => string) =>
    async (rows: readonly Row[], chosen: number): Promise<string> => {
      const texts = rows.map(textOf).filter((text) => text !== '')
      if (texts.length === 0) return t('nothingToCopy')
      return (await copyText(texts.join('\n')))
        ? t('copiedOf', { copied: texts.length, chosen })
        : t('copyRefused')
    }

  return { copyOne, copyMany }
}
