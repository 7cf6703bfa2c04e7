// Under which origin of ours a page is shown.
import 'server-only'
import { currentSite } from '../domain/site.ts'

/** The origin of the request under way, such as https://portal.example.com. @throws NotFound where it is none of ours; Unavailable */
export async function requestOrigin(): Promise<string> {
  return (await currentSite()).origin
}
