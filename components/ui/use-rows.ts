'use client'
import { useState } from 'react'

/** A row of an editor, with a key that stays while rows are added, moved and removed. */
export type Keyed<Row> = Row & { readonly key: number }

type Text<Row> = {
  text: string
  write: (text: string) => void
  read: (text: string) => readonly Row[]
  print: (rows: readonly Row[]) => string
}

/**
 * The rows of a text, and a way to replace them. Rows that leave nothing in the text, such as new ones, stay
 * until something else changes the text.
 */
export function useRows<Row extends object>({ text, write, read, print }: Text<Row>) {
  const [known, setKnown] = useState(text)
  const [rows, setRows] = useState<readonly Keyed<Row>[]>(() => withKeys(read(text)))
  if (text !== known) {
    setKnown(text)
    if (text !== print(rows)) setRows(withKeys(read(text)))
  }
  function replace(next: readonly Keyed<Row>[]) {
    setRows(next)
    write(print(next))
  }
  return [rows, replace] as const
}

/** A key that no row has. */
export function freshKey(rows: readonly Keyed<object>[]): number {
  return Math.max(-1, ...rows.map(({ key }) => key)) + 1
}

function withKeys<Row extends object>(rows: readonly Row[]): Keyed<Row>[] {
  return rows.map((row, key) => ({ ...row, key }))
}
