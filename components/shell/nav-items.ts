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
type NavItem = {
  href: '/' | '/me' | '/impersonations' | '/connection' | '/audit' | '/brand' | '/team' | '/profile'
  word: 'accounts' | 'me' | 'impersonation' | 'connection' | 'audit' | 'brand' | 'team' | 'profile'
  verb: Verb
  icon: LucideIcon
  active: RegExp
  key: string
  /** One's own: it stands under one's name, and not in the navigation. */
  own?: true
}

/** Every place there is; who adds a page that people go to adds it here, for the navigation, the palette and the keys. */
export const NAV_ITEMS: readonly NavItem[] = [
  {
    href: '/',
    word: 'accounts',
    verb: 'account.read',
    icon: ListTree,
    active: /^\/($|accounts\/|devices\/|users\/)/,
    key: 'a',
  },
  { href: '/me', word: 'me', verb: 'selfService.read', icon: Smartphone, active: /^\/me/, key: 'm' },
  {
    href: '/impersonations',
    word: 'impersonation',
    verb: 'impersonation.start',
    icon: Eye,
    active: /^\/impersonations/,
    key: 'e',
  },
  {
    href: '/connection',
    word: 'connection',
    verb: 'connection.read',
    icon: Plug,
    active: /^\/connection/,
    key: 'c',
  },
  { href: '/audit', word: 'audit', verb: 'audit.read', icon: ScrollText, active: /^\/audit/, key: 'l' },
  { href: '/brand', word: 'brand', verb: 'brand.read', icon: Palette, active: /^\/brand/, key: 'b' },
  { href: '/team', word: 'team', verb: 'member.list', icon: Users, active: /^\/team/, key: 't' },
  {
    href: '/profile',
    word: 'profile',
    verb: 'profile.edit',
    icon: UserRound,
    active: /^\/profile/,
    key: 'p',
    own: true,
  },
]
