const COOKIE = 'keys'
/** A dialog in front of the page. A toast is one too, but covers nothing. */
export const COVERING_DIALOG = '[role=dialog]:not([aria-modal=false]), [role=alertdialog]'
const YEAR_SECONDS = 31_536_000

/** Whether single-key shortcuts are on: speech users have to be able to switch them off (WCAG 2.2, 2.1.4). */
export function singleKeysOn(): boolean {
  return !document.cookie.split('; ').includes(`${COOKIE}=off`)
}

/** Switches single-key shortcuts on or off in this browser. */
export function setSingleKeys(on: boolean): void {
  const secure = location.protocol === 'https:' ? '; Secure' : ''
  document.cookie = `${COOKIE}=off; Path=/; Max-Age=${on ? 0 : YEAR_SECONDS}; SameSite=Lax${secure}`
}

/** Whether a key is a single-key shortcut: the user is not typing and no dialog is open. */
export function isSingleKeyShortcut(event: KeyboardEvent): boolean {
  if (event.defaultPrevented || event.ctrlKey || event.metaKey || event.altKey || !singleKeysOn())
    return false
  return !isTyping(event.target) && !isCovered()
}

/** Whether the target accepts text. */
function isTyping(target: EventTarget | null): boolean {
  return (
    target instanceof HTMLElement &&
    (target.isContentEditable || target.closest('input, textarea, select') !== null)
  )
}

/** Whether a dialog is open. */
export function isCovered(): boolean {
  return document.querySelector(COVERING_DIALOG) !== null
}
