'use client'
import dynamic from 'next/dynamic'
import type { ReactNode } from 'react'
import { useToastsWanted } from './use-toasts.ts'

const ToastList = dynamic(() => import('./toast-list.tsx').then((part) => part.ToastList), { ssr: false })

/** Shows toasts; once in a page. The list itself is loaded with the first toast. */
export function ToastRegion(): ReactNode {
  return useToastsWanted() && <ToastList />
}
