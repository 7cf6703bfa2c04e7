// Tells the page after the trial form which address the mail went to: as long as its link is valid, and only
// to the browser that sent the form.
import 'server-only'
import { setPageCookie, textInPageCookie, type PageCookie } from './page-cookie.ts'

const COOKIE: PageCookie = { name: 'trial', path: '/trial/sent', minutes: 60 }

/** Notes the address for the page. Only in an action. */
export async function setMailedAddress(email: string): Promise<void> {
  await setPageCookie(COOKIE, email)
}

/** The address that this browser's trial form was sent with in the last hour, or null. */
export async function mailedAddress(): Promise<string | null> {
  return textInPageCookie(COOKIE)
}
