// Renders pages that stand alone, without brand, script or cookie: for what is answered before Next renders
// any page.
import 'server-only'
import { randomBytes } from 'node:crypto'
import type { IncomingMessage, ServerResponse } from 'node:http'
import { createTranslator } from 'use-intl/core'
import { LANGUAGE_COOKIE } from '../views/language.ts'
import { catalogueOf } from '../i18n/catalogue.ts'
import { BARE_POLICY } from './guard-headers.ts'
import { answerLanguage } from './language.ts'

const NAMES = {
  400: 'malformed',
  405: 'method',
  408: 'slow',
  409: 'oldForm',
  413: 'tooLarge',
  421: 'misdirected',
  431: 'cookies',
  501: 'method',
} as const

/** The colours and sizes of `app/globals.css`, which these pages cannot load. */
const STYLE = `
  :root { color-scheme: light dark }
  body { margin: 0; background: light-dark(oklch(0.971 0.004 225), oklch(0.165 0.009 235)); color: light-dark(oklch(0.23 0.018 238), oklch(0.945 0.005 230)); font: 0.875rem/1.5 'Inter Variable', Inter, system-ui, sans-serif; overflow-wrap: break-word }
  main { max-width: 32rem; margin: 0 auto; padding: 2rem 1rem }
  svg { display: block; width: 1.75rem; margin-bottom: 3rem; fill: none; stroke: #fff; stroke-width: 2.25; stroke-linecap: round }
  rect { fill: light-dark(oklch(0.45 0.088 222), oklch(0.52 0.092 222)); stroke: none }
  p { margin: 0 0 1rem }
  .status { color: light-dark(oklch(0.51 0.016 234), oklch(0.69 0.012 233)); font-size: 0.8125rem; font-weight: 500 }
  .next { color: light-dark(oklch(0.42 0.017 236), oklch(0.79 0.01 232)) }
  h1 { margin: 0 0 1rem; font-size: 1.25rem; line-height: 1.4; letter-spacing: -0.014em }
  a { color: light-dark(oklch(0.42 0.086 223), oklch(0.82 0.09 211)) }
`

/** The mark of `components/shell/product.tsx`. */
const MARK =
  '<svg viewBox="0 0 24 24" aria-hidden="true"><rect width="24" height="24" rx="6"/><path d="M5 15.5a5 5 0 0 1 5-5h4a5 5 0 0 0 5-5M5.5 18.5h0"/></svg>'

/** The statuses that have such a page. */
export type BareStatus = keyof typeof NAMES

/** The language of the reader: the language cookie, if any, and `Accept-Language`. */
export type Reader = { chosen?: string | undefined; acceptLanguage: string | null }

/** The page as HTML in the reader's language; its style has the nonce of the response. */
export async function barePage(status: BareStatus, reader: Reader, nonce: string): Promise<string> {
  const locale = answerLanguage(reader.chosen, reader.acceptLanguage)
  const { problem } = await catalogueOf(locale)
  const t = createTranslator({ locale, messages: { problem }, namespace: 'problem' })
  return `<!doctype html>
<html lang="${locale}">
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="robots" content="noindex">
<meta name="color-scheme" content="light dark">
<title>${t(`${NAMES[status]}.title`)}</title>
<style nonce="${nonce}">
${STYLE}</style>
<main>
${MARK}
<p class="status">${status}</p>
<h1>${t(`${NAMES[status]}.title`)}</h1>
<p class="next">${t(`${NAMES[status]}.next`)}</p>${status === 409 ? `\n<p><a href="?">${t('reload')}</a></p>` : ''}
</main>
</html>
`
}

/** A page with the policy that allows its style, and nothing else. */
export async function bareAnswer(
  status: BareStatus,
  reader: Reader,
): Promise<{ body: string; headers: Readonly<Record<string, string>> }> {
  const nonce = randomBytes(16).toString('base64')
  const body = await barePage(status, reader, nonce)
  return {
    body,
    headers: {
      'Content-Security-Policy': `${BARE_POLICY}; style-src 'nonce-${nonce}'`,
      'Content-Type': 'text/html; charset=utf-8',
      'Content-Length': String(Buffer.byteLength(body)),
    },
  }
}

/** Answers `request` with such a page; every other header is set already. */
export async function answerPage(
  request: IncomingMessage,
  response: ServerResponse,
  status: BareStatus,
): Promise<void> {
  const { body, headers } = await bareAnswer(status, readerOf(request))
  // The rest of the request is not waited for.
  if (!request.complete) response.setHeader('Connection', 'close')
  response.writeHead(status, headers).end(request.method === 'HEAD' ? undefined : body)
}

function readerOf({ headers }: IncomingMessage): Reader {
  const [, chosen] = new RegExp(`(?:^|; ?)${LANGUAGE_COOKIE}=(\\w+)`).exec(headers.cookie ?? '') ?? []
  return { chosen, acceptLanguage: headers['accept-language'] ?? null }
}
