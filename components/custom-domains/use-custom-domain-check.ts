'use client'
import { useTranslations } from 'next-intl'
import { startTransition, useRef, useState } from 'react'
import type { DomainCheckLine, RecordLine } from '../../lib/views/custom-domain.ts'
import { useBasePath } from '../ui/base-path.tsx'
import { readLines } from '../ui/read-lines.ts'
import { refreshed, type RefreshPage } from '../ui/refreshed.ts'

/** The state of a check; `again`: it is asking a second time. */
export type Check =
  | { status: 'none' }
  | { status: 'running'; lines: readonly RecordLine[]; again: boolean }
  | { status: 'ended'; lines: readonly RecordLine[] }
  | { status: 'refused'; message: string }

/**
 * Checks the DNS records of `host` now, then refreshes the page with the new state of the domain. `stale`:
 * that failed.
 */
export function useCustomDomainCheck(host: string, refresh: RefreshPage) {
  const t = useTranslations('customDomains.check')
  const [check, setCheck] = useState<Check>({ status: 'none' })
  const pending = useRef<AbortController | null>(null)
  const [stale, setStale] = useState(false)
  const base = useBasePath()

  async function run(): Promise<void> {
    pending.current?.abort()
    const controller = new AbortController()
    pending.current = controller
    const form = new FormData()
    form.set('host', host)
    let lines: readonly RecordLine[] = []
    setCheck({ status: 'running', lines, again: false })
    setStale(false)
    try {
      for await (const line of readLines<DomainCheckLine>(
        `${base}/brand/domains/check`,
        form,
        controller.signal,
      )) {
        if (line.kind === 'refused') return setCheck({ status: 'refused', message: line.message })
        if (line.kind === 'record') {
          lines = [...lines.filter(({ type }) => type !== line.line.type), line.line]
          setCheck({ status: 'running', lines, again: false })
        }
        if (line.kind === 'again') setCheck({ status: 'running', lines, again: true })
        if (line.kind === 'ended') setCheck({ status: 'ended', lines })
      }
      startTransition(async () => {
        const fresh = await refreshed(refresh)
        startTransition(() => setStale(!fresh))
      })
    } catch {
      if (!controller.signal.aborted) setCheck({ status: 'refused', message: t('broken') })
    }
  }

  return { check, stale, run }
}
