import { useTranslations } from 'next-intl'
import { Link } from '../ui/link.tsx'
import type { ReactNode } from 'react'
import type { FormAction } from '../../lib/views/form.ts'
import type { ProxyId } from '../../lib/views/ids.ts'
import type { SessionTimes } from '../../lib/views/session-times.ts'
import type { StepUpField } from '../../lib/views/step-up-form.ts'
import type { ViewerBadge } from '../../lib/views/viewer.ts'
import { BrandHeader, BrandPageFooter } from '../brand/brand-header.tsx'
import { PaletteButton } from '../palette/palette-button.tsx'
import { PaletteHost } from '../palette/palette-host.tsx'
import type { ChooseLanguage } from './language-switch.tsx'
import { Navigation, NavigationButton } from './navigation.tsx'
import { NewAccountLink } from './new-account-link.tsx'
import { OfflineNotice } from './offline-notice.tsx'
import { PageSlot } from './page-slot.tsx'
import { SessionWatch, type SessionActions } from './session-watch.tsx'
import { UserMenu } from './user-menu.tsx'
import { StepUpProvider } from '../auth/step-up-provider.tsx'
import { FeedbackProvider } from '../ui/feedback-provider.tsx'
import { ToastRegion } from '../ui/toast-region.tsx'
import { BasePathProvider } from '../ui/base-path.tsx'
import { NavItemsProvider } from './use-nav-items.tsx'

const CONTENT = 'content'

type Props = {
  viewer: ViewerBadge
  /** The account that the viewer is confined to; null: all of the tenant's. */
  account: ProxyId<'account'> | null
  /** How long the session lasts, as of this rendering. */
  times: SessionTimes
  actions: SessionActions & {
    chooseLanguage: ChooseLanguage
    stepUp: FormAction<StepUpField>
    undo: FormAction<'events'>
  }
  /** Shown above everything, such as the impersonation banner. */
  banner?: ReactNode
  /** A line above every page about the portal as a whole. */
  notice?: ReactNode
  children: ReactNode
}

/** The frame of every page after sign-in. */
export function Shell({ viewer, account, times, actions, banner, notice, children }: Props): ReactNode {
  const t = useTranslations('shell')
  const product = useTranslations('problem')('product')
  return (
    <BasePathProvider base={viewer.base}>
      <NavItemsProvider may={viewer.may} account={account} help={viewer.help}>
        <div className="flex min-h-dvh flex-col">
          <a
            href={`#${CONTENT}`}
            className="fixed top-2 left-2 z-30 -translate-y-16 rounded-md bg-accent px-3 py-2 text-sm font-medium text-on-accent focus:translate-y-0"
          >
            {t('skip')}
          </a>
          {/* Before the pages: it clears another user's recent pages before they add theirs. */}
          <PaletteHost user={`${viewer.email}${viewer.base}`} chooseLanguage={actions.chooseLanguage} />
          {banner}
          {notice}
          <header className="sticky top-(--bar) z-20 flex h-13 items-center gap-2 bg-canvas px-3 max-md:border-b max-md:border-line">
            <NavigationButton />
            <Link href="/" className="flex min-w-0 items-center gap-2.5 rounded-md px-1.5 py-1 text-sm">
              <BrandHeader tenant={viewer.tenant} product={product} />
            </Link>
            <div className="ml-auto flex min-w-0 shrink-0 items-center gap-1">
              <NewAccountLink />
              <PaletteButton />
              <UserMenu viewer={viewer} chooseLanguage={actions.chooseLanguage} />
            </div>
          </header>
          <OfflineNotice />
          <div className="flex min-w-0 flex-1">
            <Navigation />
            <main
              id={CONTENT}
              tabIndex={-1}
              className="min-w-0 flex-1 px-4 py-5 outline-none sm:px-6 md:my-0 md:mr-2 md:mb-2 md:rounded-lg md:border md:border-line md:bg-surface"
            >
              <StepUpProvider action={actions.stepUp} email={viewer.email}>
                <FeedbackProvider undo={actions.undo}>
                  <div className="mx-auto max-w-384 space-y-5">
                    <PageSlot>{children}</PageSlot>
                    <BrandPageFooter />
                  </div>
                </FeedbackProvider>
              </StepUpProvider>
            </main>
          </div>
          <SessionWatch times={times} actions={actions} />
          <ToastRegion />
        </div>
      </NavItemsProvider>
    </BasePathProvider>
  )
}
