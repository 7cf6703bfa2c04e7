// What is answered under a name that is none of ours (security.md row 11): a page by itself, without brand, script or cookie.
import 'server-only'
import { createTranslator } from 'next-intl'
import { siteOf } from '../domain/site.ts'
import { Unavailable } from '../errors.ts'
import { log } from '../log.ts'
import { catalogueOf } from '../words/catalogue.ts'
import { answerLanguage } from './language.ts'

/** Whether a host, as the request names it, is one of our sites. Where the store cannot say, it is not. */
export async function isOurs(host: string): Promise<boolean> {
  try {
    return (await siteOf(host)) !== null
  } catch (error) {
    if (!(error instanceof Unavailable)) throw error
    log.warn('a host could not be looked up', { error, host })
    return false
  }
}

/** The page as HTML, in the language that `Accept-Language` asks for; its style carries the nonce of the response. */
export async function misdirectedPage(acceptLanguage: string | null, nonce: string): Promise<string> {
  const locale = answerLanguage(undefined, acceptLanguage)
  const { problem } = await catalogueOf(locale)
  const t = createTranslator({ locale, messages: { problem }, namespace: 'problem.misdirected' })
  return `<!doctype html>
<html lang="${locale}">
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="robots" content="noindex">
<meta name="color-scheme" content="light dark">
<title>${t('title')}</title>
<style nonce="${nonce}">
  body { max-width: 32rem; margin: 4rem auto; padding: 0 1rem; font: 1rem/1.5 system-ui, sans-serif; overflow-wrap: break-word }
  p:first-child { opacity: 0.75 }
  h1 { font-size: 1.25rem; line-height: 1.4 }
</style>
<main>
<p>421</p>
<h1>${t('title')}</h1>
<p>${t('next')}</p>
</main>
</html>
`
}
