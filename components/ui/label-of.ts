import { isControl } from './use-edits.ts'

/** The label of a control, of its radio group, or of an editor of several controls. */
export function labelOf(target: EventTarget): string {
  if (!isControl(target)) return (target instanceof Element && target.ariaLabel) || ''
  const group =
    target.type === 'radio' ? target.closest('[role=radiogroup]')?.getAttribute('aria-label') : null
  if (typeof group === 'string') return group
  const label = target.labels?.[0]
  return (label?.querySelector('[data-label]') ?? label)?.textContent ?? ''
}
