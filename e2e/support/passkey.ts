// A device of the browser that makes and keeps passkeys, without anybody's finger on it.
import type { CDPSession, Page } from '@playwright/test'

export type Authenticator = { inspector: CDPSession; authenticatorId: string }

/**
 * Gives the page's browser such a device. With `willing` it consents at once, as if touched; else it has
 * nothing to consent to yet.
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
