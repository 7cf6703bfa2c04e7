'use client'
import type { Route } from 'next'
import { useRouter, useSearchParams } from 'next/navigation'
import { useEffect, useEffectEvent, type ReactNode } from 'react'
import { useBasePath, withBasePath } from './base-path.tsx'
import { useFeedback } from './feedback-context.ts'

type Props<Path extends string> = {
  title: string | null
  about: string | null
  next: { label: string; href: Route<Path> } | null
}

/**
 * Shows the flash message of this address in a toast, and removes it from the address, so that a reload or a
 * bookmark does not repeat it.
 */
export function FlashToast<Path extends string>({ title, about, next }: Props<Path>): ReactNode {
  const params = useSearchParams()
  const router = useRouter()
  const base = useBasePath()
  const confirm = useFeedback()
  const [done, undo] = [params.get('done'), params.get('undo')]

  const show = useEffectEvent(() => {
    const address = new URL(location.href)
    address.searchParams.delete('done')
    address.searchParams.delete('undo')
    history.replaceState(null, '', address)
    if (title === null) return
    confirm?.({
      message: title,
      ...(about !== null && { about }),
      ...(undo !== null && { undo }),
      ...(next !== null && {
        next: { label: next.label, run: () => router.push(withBasePath(base, next.href)) },
      }),
    })
  })
  useEffect(() => {
    if (done !== null) show()
  }, [done])
  return null
}
