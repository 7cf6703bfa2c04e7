'use client'
import { useTranslations } from 'next-intl'
import { useRouter } from 'next/navigation'
import { useRef, useState } from 'react'
import type { DomainCheckLine, RecordLine } from '../../lib/views/custom-domain.ts'
import { useBasePath } from '../ui/base-path.tsx'
import { readLines } from '../ui/read-lines.ts'

/** Where a check stands: what was found so far, and whether it asks for the second time. */
export type Check =
  | { status: 'none' }
  | { status: 'running'; lines: readonly RecordLine[]; again: boolean }
  | { status: 'ended'; lines: readonly RecordLine[] }
  | { status: 'refused'; message: string }

/** Asks what the DNS of `host` answers now; in the end the page is drawn anew, with what became of the domain. */
export function useCustomDomainCheck(host: string) {
  const t = useTranslations('customDomains.check')
  const [check, setCheck] = useState<Check>({ status: 'none' })
  const under = useRef<AbortController | null>(null)
  const router = useRouter()
  const base = useBasePath()

  async function run(): Promise<void> {
    under.current?.abort()
    const mine = new AbortController()
    under.current = mine
    const form = new FormData()
    form.set('host', host)
    let lines: readonly RecordLine[] = []
    setCheck({ status: 'running', lines, again: false })
    try {
      for await (const line of readLines<DomainCheckLine>(`${base}/brand/domains/check`, form, mine.signal)) {
        if (line.kind === 'refused') return setCheck({ status: 'refused', message: line.message })
        if (line.kind === 'record') {
          lines = [...lines.filter(({ type }) => type !== line.line.type), line.line]
          setCheck({ status: 'running', lines, again: false })
        }
        if (line.kind === 'again') setCheck({ status: 'running', lines, again: true })
        if (line.kind === 'ended') setCheck({ status: 'ended', lines })
      }
      router.refresh()
    } catch {
      if (!mine.signal.aborted) setCheck({ status: 'refused', message: t('broken') })
    }
  }

  return { check, run }
}
