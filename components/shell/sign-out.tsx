'use client'
import { LogOut } from 'lucide-react'
import { useTranslations } from 'next-intl'
import type { ReactNode } from 'react'
import { forgetRecentPages } from '../palette/recent-pages.ts'
import { Button } from '../ui/button.tsx'
import { askOtherTabs } from './session-tabs.ts'

/** The one form that signs out; a button elsewhere names it in its `form`. */
export const SIGN_OUT_FORM = 'sign-out'

/** A plain POST: only a whole navigation leaves no page behind in the browser's memory. */
export function SignOutForm(): ReactNode {
  const t = useTranslations('shell.who')
  return (
    <form id={SIGN_OUT_FORM} method="post" action="/sign-out" onSubmit={forgetSession}>
      <Button type="submit" className="w-full">
        <LogOut aria-hidden="true" />
        {t('signOut')}
      </Button>
    </form>
  )
}

/** What this browser forgets, and tells its other tabs, when somebody signs out. */
export function forgetSession(): void {
  forgetRecentPages()
  askOtherTabs()
}
