'use client'
import { LogOut } from 'lucide-react'
import { useTranslations } from 'next-intl'
import type { ReactNode } from 'react'
import { forgetRecentPages } from '../palette/recent-pages.ts'
import { Button } from '../ui/button.tsx'
import { askOtherTabs } from './session-tabs.ts'

/** The id of the sign-out form; buttons elsewhere refer to it by their `form` attribute. */
export const SIGN_OUT_FORM = 'sign-out'

/** Signs out by a plain POST: only a full page load removes the pages from the browser's memory. */
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

/** Clears what this browser remembers of the session, and tells its other tabs. */
export function forgetSession(): void {
  forgetRecentPages()
  askOtherTabs()
}
