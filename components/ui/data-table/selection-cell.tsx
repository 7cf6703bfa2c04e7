'use client'
import { useEffect, useRef, type MouseEvent, type ReactNode } from 'react'

type Props = {
  head?: boolean
  ticked: 'all' | 'some' | 'none'
  label: string
  tabIndex: -1 | undefined
  onTick: (event: MouseEvent<HTMLInputElement>) => void
}

/**
 * The cell with the checkbox that selects a row, or in the header all rows of the page. Large enough for
 * touch.
 */
export function SelectionCell({ head = false, ticked, label, tabIndex, onTick }: Props): ReactNode {
  const box = useRef<HTMLInputElement>(null)
  useEffect(() => {
    if (box.current) box.current.indeterminate = ticked === 'some'
  }, [ticked])
  const Cell = head ? 'th' : 'td'
  return (
    <Cell scope={head ? 'col' : undefined} className="js-only w-9 p-0">
      <label className="relative z-1 flex h-full min-h-7 items-center justify-end pr-1 pl-3">
        <input
          ref={box}
          type="checkbox"
          aria-label={label}
          tabIndex={tabIndex}
          checked={ticked === 'all'}
          onClick={onTick}
          readOnly
          className="checkbox"
        />
      </label>
    </Cell>
  )
}
