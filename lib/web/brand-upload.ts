// Reads a picture that is sent: with a reader and limits of its own, since Next would hand over a long body cut off and say nothing of it.
import 'server-only'
import { setPicture, type SentPicture } from '../domain/brand/edit.ts'
import { LARGEST_PICTURE, refusedPicture } from '../domain/brand/judge.ts'
import { permit } from '../domain/permission.ts'
import { Rejected, SignedOut, Told } from '../errors.ts'
import { log } from '../log.ts'
import { currentRequest } from '../session/request.ts'
import { pictureRules, type PictureField } from '../views/brand-form.ts'
import { textsOf } from '../views/form-check.ts'
import type { FormState } from '../views/form.ts'
import { keyOf } from '../words/said.ts'
import { requireSameOrigin } from './same-origin.ts'
import { tell, tellEach } from './tell.ts'
import { currentViewer } from './viewer.ts'

/** The picture, and the few words that go with it. */
const LARGEST_BODY = LARGEST_PICTURE + 64 * 1024

/**
 * Takes a posted picture into the draft. To a script it answers as an action would; to a form without one with the way back, where the
 * address says how it ended.
 */
export async function answerPicture(request: Request): Promise<Response> {
  const scripted = request.headers.get('accept')?.startsWith('application/json') ?? false
  try {
    await requireSameOrigin()
    const viewer = await currentViewer()
    if (viewer === null) throw new SignedOut()
    // Who may not is not listened to.
    permit(viewer, 'brand.edit')
    await setPicture(viewer, await sentPicture(request))
    return scripted ? json(await kept()) : backTo('done=picture')
  } catch (error) {
    if (!(error instanceof Told)) throw error
    const { reference } = currentRequest()
    log.info('a picture was refused', { error, reference })
    if (scripted) return json(await refused(error, reference))
    return error instanceof SignedOut ? goTo('/sign-in?next=/brand') : backTo(`refused=${nameOf(error)}`)
  }
}

async function sentPicture(request: Request): Promise<SentPicture> {
  const form = await formIn(request)
  const picture = form.get('picture')
  const read = pictureRules.safeParse(textsOf(form))
  if (!(picture instanceof Blob) || !read.success) throw refusedPicture('missing')
  return { ...read.data, bytes: Buffer.from(await picture.arrayBuffer()) }
}

async function formIn(request: Request): Promise<FormData> {
  const type = request.headers.get('content-type') ?? ''
  if (!type.startsWith('multipart/form-data')) throw refusedPicture('missing')
  const body = await bodyOf(request)
  try {
    return await new Response(body, { headers: { 'content-type': type } }).formData()
  } catch {
    throw refusedPicture('truncated')
  }
}

/** The whole body, or a refusal: longer than we take, or shorter than it says. */
async function bodyOf({ headers, body }: Request): Promise<Uint8Array<ArrayBuffer>> {
  const length = headers.get('content-length')
  if (Number(length) > LARGEST_BODY) throw refusedPicture('large')
  const pieces: Uint8Array[] = []
  let size = 0
  for await (const piece of body ?? []) {
    size += piece.length
    // Leaving the loop cancels the rest.
    if (size > LARGEST_BODY) throw refusedPicture('large')
    pieces.push(piece)
  }
  if (length !== null && Number(length) !== size) throw refusedPicture('truncated')
  return new Uint8Array(Buffer.concat(pieces, size))
}

async function kept(): Promise<FormState<PictureField>> {
  return { status: 'saved', message: await tell('said.brand.pictureKept'), at: Date.now() }
}

async function refused(error: Told, reference: string): Promise<FormState<PictureField>> {
  const own = error instanceof Rejected
  const fields = own ? await tellEach(error.fields) : {}
  const message = await tell(error instanceof SignedOut ? 'said.sessionEnded' : error.said)
  return { status: 'rejected', message, fields, typed: {}, reference: own ? null : reference, at: Date.now() }
}

/** The last word of the sentence's key, which the page finds its sentence by. */
function nameOf(error: Told): string {
  const said = error instanceof Rejected ? (error.fields['picture'] ?? error.said) : error.said
  return keyOf(said).split('.').at(-1) ?? ''
}

function json(state: FormState<PictureField>): Response {
  return Response.json(state, { headers: { 'Cache-Control': 'no-store' } })
}

function backTo(query: string): Response {
  return goTo(`/brand?${query}`)
}

function goTo(location: string): Response {
  return new Response(null, { status: 303, headers: { Location: location } })
}
