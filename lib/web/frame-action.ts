// What the frame asks for beside the pages: the language, and how long the session lasts.
import 'server-only'
import { cookies } from 'next/headers'
import { secondsLeft } from '../domain/auth/session-times.ts'
import { env } from '../env.ts'
import { Forbidden, Unavailable } from '../errors.ts'
import { LANGUAGE_COOKIE, languageOf, type Language } from '../views/language.ts'
import { requireSameOrigin } from './same-origin.ts'

const YEAR_SECONDS = 31_536_000

/**
 * Notes the language that a form names, for a year; what is no language of ours is passed over. @throws
 * Forbidden from elsewhere.
 */
export async function setLanguage(form: unknown): Promise<void> {
  await requireSameOrigin()
  const language = languageOf(form instanceof FormData ? form.get('language') : null)
  if (language !== null) await setLanguageCookie(language)
}

/** This browser is answered in `language` for a year; null: in whatever it asks for. Only in an action. */
export async function setLanguageCookie(language: Language | null): Promise<void> {
  const jar = await cookies()
  const secure = env().portalOrigin.startsWith('https:')
  const cookie = { path: '/', maxAge: YEAR_SECONDS, sameSite: 'lax', secure } as const
  if (language === null) jar.delete(LANGUAGE_COOKIE)
  else jar.set(LANGUAGE_COOKIE, language, cookie)
}

/**
 * Seconds until the session ends, 0 when it has ended, null when that cannot be said now. It puts nothing
 * off.
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
