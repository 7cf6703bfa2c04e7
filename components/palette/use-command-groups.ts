'use client'
import {
  Building2,
  CircleQuestionMark,
  CornerDownRight,
  Keyboard,
  Languages,
  LogOut,
  Phone,
  Plus,
  SunMoon,
  type LucideIcon,
} from 'lucide-react'
import { useLocale, useTranslations } from 'next-intl'
import { startTransition } from 'react'
import { LANGUAGE_NAMES, languageIn, LANGUAGES, type Language } from '../../lib/views/language.ts'
import type { ChooseLanguage } from '../shell/language-switch.tsx'
import { useHelp } from '../shell/help-link.tsx'
import { SIGN_OUT_FORM } from '../shell/sign-out.tsx'
import { useNewAccountPath } from '../shell/new-account-link.tsx'
import { useMay, useNavItems } from '../shell/use-nav-items.tsx'
import { chooseTheme, currentTheme, THEME_CHOICES } from '../shell/theme.ts'
import { useInnerPath } from '../ui/base-path.tsx'
import { recentPages } from './recent-pages.ts'
import { openSheet } from './open-sheet.ts'
import { usePageActions } from './page-actions.ts'
import { useNameLabel } from '../shell/name-label.tsx'

/** What a command does when it is chosen. */
export type CommandAction = { href: string } | { run: () => void }
type PaletteCommand = {
  id: string
  label: string
  /** A bare MAC address, by which the command is found too. */
  mac?: string
  hint?: string
  icon: LucideIcon
  act: CommandAction
}
type Group = { name: string; commands: readonly PaletteCommand[] }

/** The commands for this page, in the order shown; empty groups are left out. */
export function useCommandGroups(chooseLanguage: ChooseLanguage): readonly Group[] {
  const t = useTranslations('shell')
  const path = useInnerPath()
  const current = languageIn(useLocale())
  const pageActions = usePageActions()
  const nameLabel = useNameLabel()

  const pageCommands = pageActions.map((action) => ({
    id: `here ${action.label}`,
    label: action.label,
    icon: CornerDownRight,
    act: action,
  }))
  const recent = recentPages()
    .filter((page) => page.path !== path)
    .map((page) => ({
      id: page.path,
      label: nameLabel(page.kind, page.name),
      mac: page.mac,
      hint: t(`palette.${page.kind}`),
      icon: page.kind === 'account' ? Building2 : Phone,
      act: { href: page.path },
    }))
  const items = useNavItems()
    .filter(({ href }) => href !== path)
    .map(({ href, name, icon }) => ({
      id: `page ${href}`,
      label: t(`nav.${name}`),
      icon,
      act: { href },
    }))
  const create = {
    id: 'new account',
    label: useTranslations('accounts')('new'),
    icon: Plus,
    act: { href: useNewAccountPath() },
  }
  const creates = useMay('account.create')
  const themes = THEME_CHOICES.filter(({ theme }) => theme !== currentTheme()).map(({ theme, name }) => ({
    id: `theme ${name}`,
    label: t('palette.colours', { choice: t(`colours.${name}`) }),
    icon: SunMoon,
    act: { run: () => chooseTheme(theme) },
  }))
  const languages = LANGUAGES.filter((language) => language !== current).map((language) => ({
    id: `language ${language}`,
    label: t('palette.language', { name: LANGUAGE_NAMES[language] }),
    icon: Languages,
    act: { run: () => switchLanguage(language, chooseLanguage) },
  }))
  const help = useHelp()
  const helpCommand = {
    id: 'help',
    label: t('help'),
    icon: CircleQuestionMark,
    act: { run: () => void window.open(help ?? '', '_blank', 'noopener,noreferrer') },
  }
  const keys = { id: 'keys', label: t('palette.keys'), icon: Keyboard, act: { run: () => openSheet('keys') } }
  const leave = { id: 'sign out', label: t('who.signOut'), icon: LogOut, act: { run: signOut } }

  return [
    { name: t('palette.here'), commands: pageCommands },
    { name: t('palette.recent'), commands: recent },
    { name: t('palette.pages'), commands: creates ? [create, ...items] : items },
    {
      name: t('palette.settings'),
      commands: [...(help === null ? [] : [helpCommand]), ...themes, ...languages, keys, leave],
    },
  ].filter(({ commands }) => commands.length > 0)
}

function switchLanguage(language: Language, chooseLanguage: ChooseLanguage): void {
  const form = new FormData()
  form.set('language', language)
  startTransition(() => chooseLanguage(form))
}

function signOut(): void {
  const form = document.querySelector(`#${SIGN_OUT_FORM}`)
  if (form instanceof HTMLFormElement) form.requestSubmit()
}
