import { controlId } from './form-context.ts'
import { labelOf } from './label-of.ts'

/** An error at a field; `label` where another field has the same message. */
export type Fault = { name: string; message: string; label: string }

/** Focuses the control of a field, also in a section that is closed. Returns whether that was possible. */
export function takesFocus(prefix: string, name: string): boolean {
  const control = controlOf(prefix, name)
  if (control === null) return false
  for (let section = control.closest('details'); section;) {
    section.open = true
    section = section.parentElement?.closest('details') ?? null
  }
  control.focus()
  return control.contains(document.activeElement)
}

/** The faults as their fields stand in the document, with the labels that tell equal messages apart. */
export function inDocument(faults: readonly Fault[], prefix: string): readonly Fault[] {
  return faults
    .map((fault) => ({ fault, control: controlOf(prefix, fault.name) }))
    .toSorted((one, other) => order(one.control, other.control))
    .map(({ fault: { name, message }, control }) => {
      const same = faults.filter((each) => each.message === message).length > 1
      return { name, message, label: same && control ? labelOf(control) : '' }
    })
}

function controlOf(prefix: string, name: string): HTMLElement | null {
  return document.querySelector<HTMLElement>(`#${CSS.escape(controlId(prefix, name))}`)
}

function order(one: Element | null, other: Element | null): number {
  if (!one || !other) return 0
  return one.compareDocumentPosition(other) & Node.DOCUMENT_POSITION_PRECEDING ? 1 : -1
}
