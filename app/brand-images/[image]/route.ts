import { answerBrandImage } from '../../../lib/web/brand-theme.ts'

/** The images of brands, by what they hold. */
export async function GET(
  _request: Request,
  context: RouteContext<'/brand-images/[image]'>,
): Promise<Response> {
  return answerBrandImage((await context.params).image)
}
