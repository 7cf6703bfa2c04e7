// Runs the requests that the frame makes beside the pages: the language, and how long the session lasts.
import 'server-only'
import { cookies } from 'next/headers'
import { secondsLeft } from '../domain/auth/session-times.ts'
import { env } from '../env.ts'
import { Forbidden, Unavailable } from '../errors.ts'
import { LANGUAGE_COOKIE, languageOf, type Language } from '../views/language.ts'
import { requireSameOrigin } from './same-origin.ts'

const YEAR_SECONDS = 31_536_000

/**
 * Stores the language that a form names, for a year; an unsupported language is ignored.
 * @throws Forbidden from another origin
 */
export async function setLanguage(form: unknown): Promise<void> {
  await requireSameOrigin()
  const language = languageOf(form instanceof FormData ? form.get('language') : null)
  if (language !== null) await setLanguageCookie(language)
}

/** Answers this browser in `language` for a year; null: in whichever it asks for. Only in an action. */
export async function setLanguageCookie(language: Language | null): Promise<void> {
  const jar = await cookies()
  const secure = env().portalOrigin.startsWith('https:')
  const cookie = { path: '/', maxAge: YEAR_SECONDS, sameSite: 'lax', secure } as const
  if (language === null) jar.delete(LANGUAGE_COOKIE)
  else jar.set(LANGUAGE_COOKIE, language, cookie)
}

/**
 * Seconds until the session ends, 0 when it has ended, null when that is unknown now. It does not postpone
 * the end.
 */
export async function answerSecondsLeft(): Promise<number | null> {
  try {
    await requireSameOrigin()
    return await secondsLeft()
  } catch (error) {
    if (error instanceof Forbidden || error instanceof Unavailable) return null
    throw error
  }
}
