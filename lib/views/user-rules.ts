// Defines how users are searched and sorted: by everything that a row shows.
import type { ListRules } from './list.ts'
import { searchableText } from './searchable-text.ts'
import type { UserRow, UserSort } from './user.ts'

type SearchableFields = Pick<UserRow, UserSort | 'username'>

const compare = new Intl.Collator('en', { numeric: true, sensitivity: 'base' }).compare

const textOf = searchableText(({ name, username, email, extension }: SearchableFields) => [
  name,
  username,
  email,
  extension,
])

export const userRules: ListRules<SearchableFields, UserSort> = {
  matcher: (text) => {
    const search = text.trim().toLowerCase()
    return (row) => textOf(row).includes(search)
  },
  filters: { role: ({ privilege }) => privilege },
  // Admins first; users without an extension or address come last.
  order: (sort) => (a, b) => {
    if (sort === 'privilege') return compare(a.privilege, b.privilege)
    if ((a[sort] === '') !== (b[sort] === '')) return a[sort] === '' ? 1 : -1
    return compare(a[sort], b[sort])
  },
  settle: (a, b) => compare(a.name, b.name),
}
