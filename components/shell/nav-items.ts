import {
  Building2,
  Eye,
  Globe,
  KeyRound,
  ListTree,
  Palette,
  Phone,
  Plug,
  ScrollText,
  Smartphone,
  UserRound,
  Users,
  type LucideIcon,
} from 'lucide-react'
import type { Verb } from '../../lib/views/viewer.ts'

/** The names of the pages in the navigation: message keys below `shell.nav`. */
export type NavName =
  | 'accounts'
  | 'devices'
  | 'users'
  | 'me'
  | 'audit'
  | 'impersonation'
  | 'connection'
  | 'signOn'
  | 'brand'
  | 'domains'
  | 'team'
  | 'profile'

type FixedPath =
  | '/'
  | '/me'
  | '/audit'
  | '/impersonations'
  | '/connection'
  | '/connection/sign-on'
  | '/brand'
  | '/brand/domains'
  | '/team'
  | '/profile'

type AccountPath = `/accounts/${string}`

/**
 * A page in the navigation. `key` is pressed after `g`; viewers who may not do `verb` do not see it. Items of
 * the group `own` are in the user menu.
 */
export type NavItem<Path extends string = FixedPath | AccountPath> = {
  name: NavName
  href: Path
  group: 'work' | 'oversight' | 'settings' | 'own'
  verb: Verb
  icon: LucideIcon
  active: RegExp
  key: string
}

/** The groups of the navigation, in the order shown. */
export const NAV_GROUPS = ['work', 'oversight', 'settings'] as const

/** The pages that are at the same path for everybody. */
export const FIXED_PAGES = [
  {
    name: 'accounts',
    href: '/',
    group: 'work',
    verb: 'account.read',
    icon: ListTree,
    active: /^\/($|accounts\/|devices\/|users\/)/,
    key: 'a',
  },
  {
    name: 'me',
    href: '/me',
    group: 'work',
    verb: 'selfService.read',
    icon: Smartphone,
    active: /^\/me/,
    key: 'm',
  },
  {
    name: 'audit',
    href: '/audit',
    group: 'oversight',
    verb: 'audit.read',
    icon: ScrollText,
    active: /^\/audit/,
    key: 'l',
  },
  {
    name: 'impersonation',
    href: '/impersonations',
    group: 'oversight',
    verb: 'impersonation.start',
    icon: Eye,
    active: /^\/impersonations/,
    key: 'i',
  },
  {
    name: 'connection',
    href: '/connection',
    group: 'settings',
    verb: 'connection.read',
    icon: Plug,
    active: /^\/connection(?!\/sign-on)/,
    key: 'k',
  },
  {
    name: 'signOn',
    href: '/connection/sign-on',
    group: 'settings',
    verb: 'connection.signOn',
    icon: KeyRound,
    active: /^\/connection\/sign-on/,
    key: 's',
  },
  {
    name: 'brand',
    href: '/brand',
    group: 'settings',
    verb: 'brand.read',
    icon: Palette,
    active: /^\/brand(?!\/domains)/,
    key: 'b',
  },
  {
    name: 'domains',
    href: '/brand/domains',
    group: 'settings',
    verb: 'domain.read',
    icon: Globe,
    active: /^\/brand\/domains/,
    key: 'o',
  },
  {
    name: 'team',
    href: '/team',
    group: 'settings',
    verb: 'member.list',
    icon: Users,
    active: /^\/team/,
    key: 't',
  },
  {
    name: 'profile',
    href: '/profile',
    group: 'own',
    verb: 'profile.edit',
    icon: UserRound,
    active: /^\/profile/,
    key: 'p',
  },
] as const satisfies readonly NavItem<FixedPath>[]

/**
 * The pages of the navigation; also those of the palette and the keyboard shortcuts. A viewer who is confined
 * to one customer's `account` finds its devices and users there.
 */
export function navItems(account: string | null): readonly NavItem[] {
  if (account === null) return FIXED_PAGES
  const [accounts, ...others] = FIXED_PAGES
  return [
    {
      name: 'devices',
      href: `/accounts/${account}`,
      group: 'work',
      verb: 'device.read',
      icon: Phone,
      active: new RegExp(String.raw`^/(devices/|accounts/${account}($|/devices/))`),
      key: 'd',
    },
    {
      name: 'users',
      href: `/accounts/${account}/users`,
      group: 'work',
      verb: 'user.read',
      icon: Users,
      active: new RegExp(`^/(users/|accounts/${account}/users)`),
      key: 'u',
    },
    {
      ...accounts,
      icon: Building2,
      active: new RegExp(String.raw`^/($|accounts/(?!${account}($|/devices/|/users)))`),
    },
    ...others,
  ]
}
