'use server'
import { refresh } from 'next/cache'
import { z } from 'zod'
import { sessionTimes } from '../domain/auth/session-times.ts'
import type { Answer } from '../views/form.ts'
import type { SessionTimes } from '../views/session-times.ts'
import { readAction } from '../web/form-action.ts'
import { answerSecondsLeft, setLanguage } from '../web/frame-action.ts'

/** Sets the language; Next renders the page again in it. */
export async function chooseLanguageAction(form: FormData): Promise<void> {
  return setLanguage(form)
}

/** Postpones the idle end of the session, and returns how long it lasts now. */
export async function stayAction(): Promise<Answer<SessionTimes>> {
  return stay(undefined)
}

const stay = readAction(z.undefined(), (viewer) => Promise.resolve(sessionTimes(viewer)))

/** Renders the viewer's page again, with what has changed. */
export async function refreshPageAction(): Promise<Answer<null>> {
  return refreshPage(undefined)
}

const refreshPage = readAction(z.undefined(), () => {
  refresh()
  return Promise.resolve(null)
})

/** Returns how long the session would last without this request. */
export async function secondsLeftAction(): Promise<number | null> {
  return answerSecondsLeft()
}
