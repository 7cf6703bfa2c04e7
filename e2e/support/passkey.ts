// A virtual authenticator that creates and stores passkeys without a touch.
import type { CDPSession, Page } from '@playwright/test'

export type Authenticator = { inspector: CDPSession; authenticatorId: string }

/**
 * Adds a virtual authenticator to the page's browser. With `willing` it consents at once, as if touched;
 * otherwise it waits.
 */
export async function addAuthenticator(page: Page, { willing = false } = {}): Promise<Authenticator> {
  const inspector = await page.context().newCDPSession(page)
  await inspector.send('WebAuthn.enable')
  const { authenticatorId } = await inspector.send('WebAuthn.addVirtualAuthenticator', {
    options: {
      protocol: 'ctap2',
      transport: 'internal',
      hasResidentKey: true,
      hasUserVerification: true,
      isUserVerified: true,
      ...(willing && { automaticPresenceSimulation: true }),
    },
  })
  return { inspector, authenticatorId }
}
