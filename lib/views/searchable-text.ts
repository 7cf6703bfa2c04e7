// A filter looks through thousands of rows with every key; what each is found by is kept for as long as the row itself.
/**
 * What a row is found by, in small letters: the fields that `fieldsOf` names, each on a line. It is made once for a row, since a filter asks for
 * thousands of them with every key.
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
