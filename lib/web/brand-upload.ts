// Reads an uploaded image, with a reader and limits of its own, because Next would silently cut off a long
// body.
import 'server-only'
import { setImage, type UploadedImage } from '../domain/brand/edit.ts'
import { LARGEST_IMAGE, refusedImage } from '../domain/brand/validate-image.ts'
import { permit } from '../domain/permission.ts'
import { Rejected, SignedOut, UserFacingError } from '../errors.ts'
import { log } from '../log.ts'
import { currentRequest } from '../session/request.ts'
import { imageRules, type ImageField } from '../views/brand-form.ts'
import { textsOf } from '../views/form-check.ts'
import type { FormState } from '../views/form.ts'
import { messageKeyOf } from '../i18n/message-key.ts'
import { requireSameOrigin } from './same-origin.ts'
import { translate, translateFields } from './translate.ts'
import { currentViewer } from './viewer.ts'

/** The image, and the few texts that come with it. */
const MAX_BODY = LARGEST_IMAGE + 64 * 1024

/**
 * Stores an uploaded image in the draft. A script gets the answer of an action; a form without script is
 * redirected back, with the result in the address.
 */
export async function answerImageUpload(request: Request): Promise<Response> {
  const scripted = request.headers.get('accept')?.startsWith('application/json') ?? false
  try {
    await requireSameOrigin()
    const viewer = await currentViewer()
    if (viewer === null) throw new SignedOut()
    // Without the permission the body is not read.
    permit(viewer, 'brand.edit')
    await setImage(viewer, await uploadedImage(request))
    return scripted ? json(await savedState()) : backTo('done=image')
  } catch (error) {
    if (!(error instanceof UserFacingError)) throw error
    const { reference } = currentRequest()
    log.info('a picture was refused', { error, reference })
    if (scripted) return json(await rejectedState(error, reference))
    return error instanceof SignedOut
      ? redirectTo('/sign-in?next=/brand')
      : backTo(`refused=${lastKeyPart(error)}`)
  }
}

async function uploadedImage(request: Request): Promise<UploadedImage> {
  const form = await formIn(request)
  const image = form.get('image')
  const parsed = imageRules.safeParse(textsOf(form))
  if (!(image instanceof Blob) || !parsed.success) throw refusedImage('missing')
  return { ...parsed.data, bytes: Buffer.from(await image.arrayBuffer()) }
}

async function formIn(request: Request): Promise<FormData> {
  const type = request.headers.get('content-type') ?? ''
  if (!type.startsWith('multipart/form-data')) throw refusedImage('missing')
  const body = await bodyOf(request)
  try {
    return await new Response(body, { headers: { 'content-type': type } }).formData()
  } catch {
    throw refusedImage('truncated')
  }
}

/** The whole body. Refuses one that is longer than the limit, or shorter than it says. */
async function bodyOf({ headers, body }: Request): Promise<Uint8Array<ArrayBuffer>> {
  const length = headers.get('content-length')
  if (Number(length) > MAX_BODY) throw refusedImage('large')
  const chunks: Uint8Array[] = []
  let size = 0
  for await (const chunk of body ?? []) {
    size += chunk.length
    // Leaving the loop cancels the rest.
    if (size > MAX_BODY) throw refusedImage('large')
    chunks.push(chunk)
  }
  if (length !== null && Number(length) !== size) throw refusedImage('truncated')
  return new Uint8Array(Buffer.concat(chunks, size))
}

async function savedState(): Promise<FormState<ImageField>> {
  return { status: 'saved', message: await translate('messages.brand.imageAdded'), at: Date.now() }
}

async function rejectedState(error: UserFacingError, reference: string): Promise<FormState<ImageField>> {
  const isRejected = error instanceof Rejected
  const fields = isRejected ? await translateFields(error.fields) : {}
  const message = await translate(error instanceof SignedOut ? 'messages.sessionEnded' : error.userMessage)
  return {
    status: 'rejected',
    message,
    fields,
    typed: {},
    reference: isRejected ? null : reference,
    at: Date.now(),
  }
}

/** The last part of the message's key, by which the page finds its message. */
function lastKeyPart(error: UserFacingError): string {
  const message = error instanceof Rejected ? (error.fields['image'] ?? error.userMessage) : error.userMessage
  return messageKeyOf(message).split('.').at(-1) ?? ''
}

function json(state: FormState<ImageField>): Response {
  return Response.json(state, { headers: { 'Cache-Control': 'no-store' } })
}

function backTo(query: string): Response {
  return redirectTo(`/brand?${query}`)
}

function redirectTo(location: string): Response {
  return new Response(null, { status: 303, headers: { Location: location } })
}
