import type { Answer } from '../../lib/views/form.ts'

/** An action that renders the current page again. */
export type RefreshPage = () => Promise<Answer<null>>

/**
 * Shows the page with what has changed; call it within a transition. False if there was no answer: the page
 * stays as it is. The router's own `refresh` would then load the whole page anew, with an error page in its
 * place and everything typed lost.
 */
export async function refreshed(refresh: RefreshPage): Promise<boolean> {
  try {
    return (await refresh()).ok
  } catch {
    return false
  }
}
