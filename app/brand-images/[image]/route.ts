import { answerBrandImage } from '../../../lib/web/brand-theme.ts'

/** Images of brands, by the hash of their content. */
export async function GET(
  _request: Request,
  context: RouteContext<'/brand-images/[image]'>,
): Promise<Response> {
  return answerBrandImage((await context.params).image)
}
