/** Next calls this when a navigation begins; `components/shell/use-leaving.ts` listens. */
export function onRouterTransitionStart(url: string): void {
  dispatchEvent(new CustomEvent('portal:navigate', { detail: url }))
}
