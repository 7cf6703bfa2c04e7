import { ListTree, Plug, UserRound, Users, type LucideIcon } from 'lucide-react'

/** A place of the portal: `word` is its name in the catalogue (`frame.places`), `key` the one to press after `g`. */
type Place = {
  href: '/' | '/connection' | '/team' | '/profile'
  word: 'accounts' | 'connection' | 'team' | 'profile'
  icon: LucideIcon
  within: RegExp
  key: string
  /** One's own: it stands under one's name, and not in the navigation. */
  own?: true
}

/** Every place there is; who adds a page that people go to adds it here, for the navigation, the palette and the keys. */
export const PLACES: readonly Place[] = [
  { href: '/', word: 'accounts', icon: ListTree, within: /^\/($|accounts\/|devices\/)/, key: 'a' },
  { href: '/connection', word: 'connection', icon: Plug, within: /^\/connection/, key: 'c' },
  { href: '/team', word: 'team', icon: Users, within: /^\/team/, key: 't' },
  { href: '/profile', word: 'profile', icon: UserRound, within: /^\/profile/, key: 'p', own: true },
]
