import { NextIntlClientProvider } from 'next-intl'
import type { ReactNode } from 'react'
import { Shell } from '../../components/shell.tsx'
import { chooseLanguageAction, secondsLeftAction, stayAction } from '../../lib/actions/frame.ts'
import { stepUpAction } from '../../lib/actions/step-up.ts'
import { badgeOf } from '../../lib/domain/badge.ts'
import { sessionTimes } from '../../lib/domain/session-times.ts'
import { reading } from '../reading.tsx'
import { wordsFor } from '../words-for.ts'

const actions = {
  chooseLanguage: chooseLanguageAction,
  secondsLeft: secondsLeftAction,
  stay: stayAction,
  stepUp: stepUpAction,
}

/** The frame around everything that needs a viewer. */
export default async function PortalLayout({ children }: LayoutProps<'/'>): Promise<ReactNode> {
  const messages = await wordsFor('portal')
  return reading(
    (viewer) => Promise.resolve({ viewer: badgeOf(viewer), times: sessionTimes(viewer) }),
    (frame) => (
      <NextIntlClientProvider messages={messages}>
        <Shell {...frame} actions={actions}>
          {children}
        </Shell>
      </NextIntlClientProvider>
    ),
  )
}
