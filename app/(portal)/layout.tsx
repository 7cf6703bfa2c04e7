import { NextIntlClientProvider } from 'next-intl'
import type { ReactNode } from 'react'
import { ActingBanner } from '../../components/acting/acting-banner.tsx'
import { StandingLine } from '../../components/shell/standing-line.tsx'
import { Shell } from '../../components/shell.tsx'
import { endOwnActingAction } from '../../lib/actions/acting.ts'
import { chooseLanguageAction, secondsLeftAction, stayAction } from '../../lib/actions/frame.ts'
import { stepUpAction } from '../../lib/actions/step-up.ts'
import { badgeOf } from '../../lib/domain/badge.ts'
import { standingOf } from '../../lib/domain/connection/standing.ts'
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
    (viewer) =>
      Promise.resolve({
        frame: { viewer: badgeOf(viewer), times: sessionTimes(viewer) },
        standing: standingOf(viewer),
      }),
    ({ frame, standing }) => (
      <NextIntlClientProvider messages={messages}>
        <Shell
          {...frame}
          actions={actions}
          banner={
            frame.viewer.acting && (
              <ActingBanner
                member={frame.viewer.name}
                acting={frame.viewer.acting}
                end={endOwnActingAction}
              />
            )
          }
          notice={standing && <StandingLine standing={standing} may={frame.viewer.may} />}
        >
          {children}
        </Shell>
      </NextIntlClientProvider>
    ),
  )
}
