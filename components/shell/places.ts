import {
  Eye,
  ListTree,
  Palette,
  Plug,
  ScrollText,
  Smartphone,
  UserRound,
  Users,
  type LucideIcon,
} from 'lucide-react'
import type { Verb } from '../../lib/views/viewer.ts'

/**
 * A place of the portal: `word` is its name in the catalogue (`frame.places`), `key` the one to press after `g`; who may not do `verb` does
 * not see it.
 */
type Place = {
  href: '/' | '/me' | '/acting' | '/connection' | '/audit' | '/brand' | '/team' | '/profile'
  word: 'accounts' | 'me' | 'acting' | 'connection' | 'audit' | 'brand' | 'team' | 'profile'
  verb: Verb
  icon: LucideIcon
  within: RegExp
  key: string
  /** One's own: it stands under one's name, and not in the navigation. */
  own?: true
}

/** Every place there is; who adds a page that people go to adds it here, for the navigation, the palette and the keys. */
export const PLACES: readonly Place[] = [
  {
    href: '/',
    word: 'accounts',
    verb: 'account.read',
    icon: ListTree,
    within: /^\/($|accounts\/|devices\/|users\/)/,
    key: 'a',
  },
  { href: '/me', word: 'me', verb: 'own.read', icon: Smartphone, within: /^\/me/, key: 'm' },
  { href: '/acting', word: 'acting', verb: 'act.begin', icon: Eye, within: /^\/acting/, key: 'e' },
  {
    href: '/connection',
    word: 'connection',
    verb: 'connection.read',
    icon: Plug,
    within: /^\/connection/,
    key: 'c',
  },
  { href: '/audit', word: 'audit', verb: 'audit.read', icon: ScrollText, within: /^\/audit/, key: 'l' },
  { href: '/brand', word: 'brand', verb: 'brand.read', icon: Palette, within: /^\/brand/, key: 'b' },
  { href: '/team', word: 'team', verb: 'member.list', icon: Users, within: /^\/team/, key: 't' },
  {
    href: '/profile',
    word: 'profile',
    verb: 'profile.edit',
    icon: UserRound,
    within: /^\/profile/,
    key: 'p',
    own: true,
  },
]
