// The creation of an account, told while it runs: one JSON object a line (application/x-ndjson), the last of them how it ended.
import 'server-only'
import { createAccount } from '../domain/account/create.ts'
import type { CreationLine, NewAccountField } from '../views/account.ts'
import { idle } from '../views/form.ts'
import { accountStart } from './account-input.ts'
import { formAction } from './form-action.ts'

/** Answers the posted form of a new account. Whoever goes away ends nothing: what was begun is finished. */
export async function creationStream(request: Request): Promise<Response> {
  const form = await request.formData().catch(() => new FormData())
  const encoder = new TextEncoder()
  const body = new ReadableStream<Uint8Array>({
    async start(controller) {
      let heard = true
      const translate = (line: CreationLine) => {
        try {
          if (heard) controller.enqueue(encoder.encode(`${JSON.stringify(line)}\n`))
        } catch {
          heard = false
        }
      }
      translate(await ended(form, translate))
      if (heard) controller.close()
    },
  })
  return new Response(body, {
    headers: { 'Content-Type': 'application/x-ndjson; charset=utf-8', 'Cache-Control': 'no-store' },
  })
}

async function ended(form: FormData, translate: (line: CreationLine) => void): Promise<CreationLine> {
  let path: CreationLine['path'] = null
  const create = formAction<NewAccountField, typeof accountStart._zod.output>(
    accountStart,
    async (viewer, { parent, ...start }) => {
      const id = await createAccount(viewer, parent, start, (step) =>
        translate({ step, state: null, path: null }),
      )
      path = `/accounts/${id}`
      return 'messages.account.made'
    },
  )
  const state = await create(idle, form)
  return { step: null, state, path }
}
