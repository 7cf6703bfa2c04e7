// Creates an account and streams each step as a line, with the result as the last line.
import 'server-only'
import type { z } from 'zod'
import { createAccount, type AccountStart } from '../domain/account/create.ts'
import type { CreationLine, NewAccountField } from '../views/account.ts'
import { idle } from '../views/form.ts'
import { formAction } from './form-action.ts'
import { lineStream } from './line-stream.ts'

/**
 * Answers the posted form of a new account. A client that goes away ends nothing: what was started is
 * finished.
 */
export async function creationStream(
  request: Request,
  input: z.ZodType<AccountStart & { parent: string }>,
): Promise<Response> {
  const form = await request.formData().catch(() => new FormData())
  return lineStream(async (send: (line: CreationLine) => void) => {
    let path: CreationLine['path'] = null
    const create = formAction<NewAccountField, AccountStart & { parent: string }>(
      input,
      async (viewer, { parent, ...start }) => {
        const id = await createAccount(viewer, parent, start, (step) =>
          send({ step, state: null, path: null }),
        )
        path = `/accounts/${id}`
        return 'messages.account.made'
      },
    )
    const state = await create(idle, form)
    send({ step: null, state, path })
  })
}
