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
 * A page in the navigation. `name` is its message key below `shell.nav`, `key` the key to press after `g`;
 * viewers who may not do `verb` do not see it.
 */
type NavItem = {
  href: '/' | '/me' | '/impersonations' | '/connection' | '/audit' | '/brand' | '/team' | '/profile'
  name: 'accounts' | 'me' | 'impersonation' | 'connection' | 'audit' | 'brand' | 'team' | 'profile'
  verb: Verb
  icon: LucideIcon
  active: RegExp
  key: string
  /** A page about the viewer: in the user menu, not in the navigation. */
  own?: true
}

/** All pages of the navigation; also used by the palette and the keyboard shortcuts. */
export const NAV_ITEMS: readonly NavItem[] = [
  {
    href: '/',
    name: 'accounts',
    verb: 'account.read',
    icon: ListTree,
    active: /^\/($|accounts\/|devices\/|users\/)/,
    key: 'a',
  },
  { href: '/me', name: 'me', verb: 'selfService.read', icon: Smartphone, active: /^\/me/, key: 'm' },
  {
    href: '/impersonations',
    name: 'impersonation',
    verb: 'impersonation.start',
    icon: Eye,
    active: /^\/impersonations/,
    key: 'e',
  },
  {
    href: '/connection',
    name: 'connection',
    verb: 'connection.read',
    icon: Plug,
    active: /^\/connection/,
    key: 'c',
  },
  { href: '/audit', name: 'audit', verb: 'audit.read', icon: ScrollText, active: /^\/audit/, key: 'l' },
  { href: '/brand', name: 'brand', verb: 'brand.read', icon: Palette, active: /^\/brand/, key: 'b' },
  { href: '/team', name: 'team', verb: 'member.list', icon: Users, active: /^\/team/, key: 't' },
  {
    href: '/profile',
    name: 'profile',
    verb: 'profile.edit',
    icon: UserRound,
    active: /^\/profile/,
    key: 'p',
    own: true,
  },
]
