'use client'
import { useTranslations } from 'next-intl'
import { useRouter } from 'next/navigation'
import { useRef, useState } from 'react'
import type { DomainCheckLine, RecordLine } from '../../lib/views/custom-domain.ts'
import { useBase } from '../ui/base-path.tsx'

/** Where a check stands: what was found so far, and whether it asks for the second time. */
export type Check =
  | { status: 'none' }
  | { status: 'running'; lines: readonly RecordLine[]; again: boolean }
  | { status: 'ended'; lines: readonly RecordLine[] }
  | { status: 'refused'; message: string }

/** Asks what the DNS of `host` answers now; in the end the page is drawn anew, with what became of the domain. */
export function useDomainCheck(host: string) {
  const t = useTranslations('customDomains.check')
  const [check, setCheck] = useState<Check>({ status: 'none' })
  const under = useRef<AbortController | null>(null)
  const router = useRouter()
  const base = useBase()

  async function run(): Promise<void> {
    under.current?.abort()
    const mine = new AbortController()
    under.current = mine
    let lines: readonly RecordLine[] = []
    setCheck({ status: 'running', lines, again: false })
    try {
      for await (const told of linesOf(`${base}/brand/domains/check`, host, mine.signal)) {
        if (told.kind === 'refused') return setCheck({ status: 'refused', message: told.message })
        if (told.kind === 'record') {
          lines = [...lines.filter(({ type }) => type !== told.line.type), told.line]
          setCheck({ status: 'running', lines, again: false })
        }
        if (told.kind === 'again') setCheck({ status: 'running', lines, again: true })
        if (told.kind === 'ended') setCheck({ status: 'ended', lines })
      }
      router.refresh()
    } catch {
      if (!mine.signal.aborted) setCheck({ status: 'refused', message: t('broken') })
    }
  }

  return { check, run }
}

async function* linesOf(path: string, host: string, signal: AbortSignal): AsyncGenerator<DomainCheckLine> {
  const form = new FormData()
  form.set('host', host)
  const response = await fetch(path, { method: 'POST', body: form, signal })
  if (!response.ok || response.body === null) throw new Error('The portal did not answer.')
  const reader = response.body.pipeThrough(new TextDecoderStream()).getReader()
  let rest = ''
  for (;;) {
    const { done, value } = await reader.read()
    const lines = (rest + (value ?? '')).split('\n')
    rest = lines.pop() ?? ''
    for (const line of lines) yield asLine(JSON.parse(line))
    if (done) return
  }
}

/** Our own server wrote it: this only gives it its name. */
function asLine(line: DomainCheckLine): DomainCheckLine {
  return line
}
