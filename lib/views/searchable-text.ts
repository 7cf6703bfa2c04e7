// Caches the searchable text of rows: a filter searches thousands of them at every keystroke.
/**
 * The lower-case text that a row is found by: the fields of `fieldsOf`, each on a line. Computed once per row
 * object.
 */
export function searchableText<Row extends object>(
  fieldsOf: (row: Row) => readonly (string | null)[],
): (row: Row) => string {
  const known = new WeakMap<Row, string>()
  return (row) => {
    const before = known.get(row)
    if (before !== undefined) return before
    const text = fieldsOf(row).join('\n').toLowerCase()
    known.set(row, text)
    return text
  }
}
