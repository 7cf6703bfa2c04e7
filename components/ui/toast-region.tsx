'use client'
import dynamic from 'next/dynamic'
import type { ReactNode } from 'react'
import { useToastsWanted } from './use-toasts.ts'

const ToastList = dynamic(() => import('./toast-list.tsx').then((part) => part.ToastList), { ssr: false })

/** The place where toasts appear; once in a page. What shows them is loaded with the first one. */
export function ToastRegion(): ReactNode {
  return useToastsWanted() && <ToastList />
}
