// Actions for the gallery: they wait and answer, and change nothing.
import type { Answer, FormAction } from '../../lib/views/form.ts'
import type { ListBranch } from '../../lib/views/account.ts'
import type { LoadOptions, Option } from '../ui/use-choices.ts'
import { branch } from './sample-data.ts'

const pause = (ms: number) =>
  new Promise<void>((done) => {
    setTimeout(done, ms)
  })

/** Refuses an empty name; saves everything else. */
export const save: FormAction<string> = async (_before, form) => {
  await pause(700)
  const typed = Object.fromEntries(
    [...form].flatMap(([name, value]) => (typeof value === 'string' ? [[name, value]] : [])),
  )
  if (typed['name'] !== '') return { status: 'saved', message: 'Saved.', at: Date.now() }
  return {
    status: 'rejected',
    message: 'Nothing was saved. Check the marked fields.',
    fields: { name: 'Give it a name.' },
    typed,
    reference: null,
    at: Date.now(),
  }
}

/** Refuses everything, with a reference. */
export const refuse: FormAction<string> = async () => {
  await pause(400)
  return {
    status: 'rejected',
    message: 'Kazoo isn’t responding. Nothing was saved. Try again in a minute.',
    fields: {},
    typed: {},
    reference: 'ref_7Q2M-41KD',
    at: Date.now(),
  }
}

/** Reports an error in every field. */
export const refuseAll: FormAction<string> = async (_before, form) => {
  await pause(400)
  const typed = Object.fromEntries(
    [...form].flatMap(([name, value]) => (typeof value === 'string' ? [[name, value]] : [])),
  )
  return {
    status: 'rejected',
    message: 'Nothing was saved. Check the marked fields.',
    fields: Object.fromEntries(
      Object.keys(typed).map((name) => [name, `This is not what ${name} should be.`]),
    ),
    typed,
    reference: null,
    at: Date.now(),
  }
}

const ACCOUNTS: readonly Option[] = branch(300).rows.map(({ id, name, realm }) => ({
  id,
  label: name,
  about: realm,
}))
export const SOME_ACCOUNTS = ACCOUNTS.slice(0, 20)

/** Finds by a part of the name, twenty at a time. */
export const loadAccounts: LoadOptions = async (text) => {
  await pause(text === 'slow' ? 1500 : 150)
  const fitting = ACCOUNTS.filter(({ label }) => label.toLowerCase().includes(text.toLowerCase()))
  return { ok: true, value: { options: fitting.slice(0, 20), total: fitting.length } }
}

/** Fails the first time it is called. */
export const loadAtLast: LoadOptions = async (text) => {
  await pause(150)
  attempts += 1
  return attempts === 1
    ? { ok: false, message: 'Kazoo isn’t responding.', reference: 'ref_5T0C-88AZ' }
    : loadAccounts(text)
}
let attempts = 0

export const reveal = async (): Promise<Answer<string>> => {
  await pause(500)
  return { ok: true, value: 'k7Rw-Qn2v_Xt9pLd4' }
}

/** Branches of forty accounts; every other branch fails at first. */
export const listBranch: ListBranch = async (parent, after) => {
  await pause(600)
  const number = Number(parent.slice(4, -1))
  failed.add(parent)
  if (number % 2 === 0 && after === null && failed.size % 2 === 0) {
    return { ok: false, message: 'Kazoo isn’t responding.', reference: 'ref_5T0C-88AZ' }
  }
  const first = after === null ? number * 100 : Number(after.slice(4, -1))
  return { ok: true, value: branch(40, first) }
}
const failed = new Set<string>()

/** The props of the frame: a session that does not end soon. */
const times = { idle: 1_800, absolute: 43_200 }
export const frame = {
  times,
  actions: {
    stepUp: save,
    undo: save,
    chooseLanguage: () => pause(300),
    secondsLeft: () => Promise.resolve(times.idle),
    stay: () => Promise.resolve({ ok: true as const, value: times }),
  },
}
