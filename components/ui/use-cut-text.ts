'use client'
import { useState, type FocusEvent, type PointerEvent } from 'react'

const CELLS = 'td, th'

/**
 * Shows the whole text of cells that are cut: under the pointer as a tooltip, and of the focused row as
 * `cutText`, for those who use the keyboard. `data-full` on an element of a cell is the text to show in place
 * of its own, also where nothing is cut.
 */
export function useCutText() {
  const [cutText, setCutText] = useState('')

  function onFocus({ target }: FocusEvent<HTMLElement>): void {
    const cells = target.matches('tr') ? [...target.querySelectorAll<HTMLElement>(CELLS)] : []
    setCutText(cells.map(fullText).filter(Boolean).join(' · '))
  }

  return { cutText, onPointerMove, onFocus }
}

/** The text of a cell that is cut, or that has more to say; otherwise empty. */
function fullText(cell: HTMLElement): string {
  const full = cell.querySelector<HTMLElement>('[data-full]')?.dataset['full']
  if (full !== undefined) return full
  const isCut = [cell, ...cell.querySelectorAll('*')].some((part) => part.scrollWidth > part.clientWidth)
  return isCut ? cell.innerText.trim() : ''
}

// A link lies over its whole row, so the tooltip is the link's, and the cell is searched for below it.
function onPointerMove({ clientX, clientY, target }: PointerEvent<HTMLElement>): void {
  if (!(target instanceof HTMLElement)) return
  const cell = document.elementsFromPoint(clientX, clientY).find((element) => element.matches(CELLS))
  const text = cell instanceof HTMLElement ? fullText(cell) : ''
  if (target.title !== text && target.closest('button, input, label') === null) target.title = text
}
