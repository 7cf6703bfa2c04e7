import { ListTree, Plug, type LucideIcon } from 'lucide-react'

/** A place of the portal: `word` is its name in the catalogue (`frame.places`), `key` the one to press after `g`. */
type Place = {
  href: '/' | '/connection'
  word: 'accounts' | 'connection'
  icon: LucideIcon
  within: RegExp
  key: string
}

/** Every place there is; who adds a page that people go to adds it here, for the navigation, the palette and the keys. */
export const PLACES: readonly Place[] = [
  { href: '/', word: 'accounts', icon: ListTree, within: /^\/($|accounts\/|devices\/)/, key: 'a' },
  { href: '/connection', word: 'connection', icon: Plug, within: /^\/connection/, key: 'c' },
]
