import { answerImageUpload } from '../../../../lib/web/brand-upload.ts'

/** Uploads an image for the draft. Not an action, because actions limit the size of the body. */
export async function POST(request: Request): Promise<Response> {
  return answerImageUpload(request)
}
