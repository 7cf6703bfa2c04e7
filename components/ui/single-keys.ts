const COOKIE = 'keys'
const YEAR_SECONDS = 31_536_000

/** Whether keys without Ctrl do something: who dictates has to be able to switch them off (WCAG 2.2, 2.1.4). */
export function singleKeysOn(): boolean {
  return !document.cookie.split('; ').includes(`${COOKIE}=off`)
}

/** Switches them off or on, in this browser. */
export function setSingleKeys(on: boolean): void {
  const secure = location.protocol === 'https:' ? '; Secure' : ''
  document.cookie = `${COOKIE}=off; Path=/; Max-Age=${on ? 0 : YEAR_SECONDS}; SameSite=Lax${secure}`
}

/** Whether a key without Ctrl is meant for the frame: nobody is typing, and nothing lies above the page. */
export function isForTheFrame(event: KeyboardEvent): boolean {
  if (event.defaultPrevented || event.ctrlKey || event.metaKey || event.altKey || !singleKeysOn())
    return false
  return !isTyping(event.target) && !isCovered()
}

/** Whether letters go into something there. */
export function isTyping(target: EventTarget | null): boolean {
  return (
    target instanceof HTMLElement &&
    (target.isContentEditable || target.closest('input, textarea, select') !== null)
  )
}

/** Whether a dialog lies above the page. */
export function isCovered(): boolean {
  return document.querySelector('[role=dialog], [role=alertdialog]') !== null
}
