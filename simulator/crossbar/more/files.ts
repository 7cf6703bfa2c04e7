// Images and pages attached to a document: a user's photo, a white label's logo.
import type { JsonObject } from '../../json.ts'
import { text } from '../../json.ts'
import { accountId, type Call, type Upload } from '../call.ts'
import { badIdentifiers, refuse, validationError } from '../refusals.ts'
import { ok, type Reply } from '../reply.ts'

/** The file stored with the document under that name. @throws Refusal 404 */
export function readFile(call: Call, account: string, doc: JsonObject, kind: string): Reply {
  const file = call.sim.store
    .database(account)
    .attachments(text(doc, '_id') ?? '')
    .get(kind)
  if (!file) refuse(badIdentifiers(kind))
  return ok(undefined, { raw: { type: file.type, bytes: file.bytes, name: file.name } })
}

/** Stores the uploaded file in place of the previous one. @throws Refusal 400 without a file */
export function keepFile(call: Call, doc: JsonObject, kind: string): void {
  const { upload } = call
  if (!upload) refuse(validationError({ file: { required: { message: 'Please provide an image file' } } }))
  call.sim.store
    .database(accountId(call))
    .attachments(text(doc, '_id') ?? '')
    .set(kind, { name: fileName(upload, kind), type: upload.type, bytes: upload.bytes })
}

function fileName({ name, type }: Upload, kind: string): string {
  return `${kind}-${name === '' ? `file.${type.split('/')[1] ?? 'bin'}` : name}`
}
