import { answerImageUpload } from '../../../../lib/web/brand-upload.ts'

/** A picture for the draft; an action would take it through a reader that cuts it off. */
export async function POST(request: Request): Promise<Response> {
  return answerImageUpload(request)
}
