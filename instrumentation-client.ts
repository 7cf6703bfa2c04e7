/** Next calls this when a navigation begins; `components/shell/route-progress.tsx` listens. */
export function onRouterTransitionStart(url: string): void {
  dispatchEvent(new CustomEvent('portal:navigate', { detail: url }))
}
