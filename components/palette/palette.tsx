'use client'
import { Dialog } from '@base-ui/react/dialog'
import { Command } from 'cmdk'
import type { Route } from 'next'
import { useTranslations } from 'next-intl'
import { Link } from '../ui/link.tsx'
import { useRef, useState, type ReactNode } from 'react'
import { flushSync } from 'react-dom'
import type { ChooseLanguage } from '../shell/language-switch.tsx'
import { BACKDROP, POPUP } from '../ui/popup.ts'
import { isOwnPath } from '../ui/base-path.tsx'
import { matches } from './matches.ts'
import { openSheet, typeIntoPalette, useTyped } from './open-sheet.ts'
import { PaletteFooter, PaletteResultCount } from './palette-footer.tsx'
import { useCommandGroups, type CommandAction } from './use-command-groups.ts'

/** The command palette. Its groups come from `useCommandGroups`; add further sources there. */
export function Palette({ chooseLanguage }: { chooseLanguage: ChooseLanguage }): ReactNode {
  const t = useTranslations('shell.palette')
  const groups = useCommandGroups(chooseLanguage)
  const typed = useTyped()
  const [target, setTarget] = useState<Route>('/')
  const link = useRef<HTMLAnchorElement>(null)
  const input = useRef<HTMLInputElement>(null)

  /** Clicks a link, so that a form with unsaved changes can ask first. */
  function go(href: string) {
    if (!isOwnPath(href)) return
    flushSync(() => setTarget(href))
    link.current?.click()
  }
  function act(chosen: CommandAction) {
    if ('href' in chosen) go(chosen.href)
    openSheet(null)
    if ('run' in chosen) chosen.run()
  }

  return (
    <Dialog.Root open onOpenChange={() => openSheet(null)}>
      <Dialog.Portal>
        <Dialog.Backdrop className={BACKDROP} />
        <Dialog.Popup
          initialFocus={input}
          className={`${POPUP} fixed top-[12dvh] left-1/2 z-30 w-[calc(100vw-2rem)] max-w-xl -translate-x-1/2`}
        >
          <Dialog.Title className="sr-only">{t('title')}</Dialog.Title>
          <Link ref={link} href={target} hidden aria-hidden="true" tabIndex={-1} />
          <Command
            label={t('title')}
            loop
            filter={(value, search, [label = value, mac] = []) => matches(label, search, mac)}
          >
            <Command.Input
              ref={input}
              value={typed}
              onValueChange={typeIntoPalette}
              placeholder={t('prompt')}
              className="w-full border-b border-line bg-transparent px-4 py-3 text-lg text-ink outline-none placeholder:text-ink-faint"
            />
            <Command.List
              label={t('list')}
              className="max-h-[min(24rem,60dvh)] scroll-py-8 overflow-y-auto p-2"
            >
              <Command.Empty className="px-2 py-6 text-center text-sm text-ink-soft">
                {t('none', { typed })}
              </Command.Empty>
              {groups.map(({ name, commands }) => (
                <Command.Group
                  key={name}
                  heading={name}
                  className="text-sm [&_[cmdk-group-heading]]:px-2 [&_[cmdk-group-heading]]:py-1.5 [&_[cmdk-group-heading]]:text-xs [&_[cmdk-group-heading]]:text-ink-faint"
                >
                  {commands.map(({ id, label, mac, hint, icon: Icon, act: chosen }) => (
                    <Command.Item
                      key={id}
                      value={id}
                      keywords={mac === undefined ? [label] : [label, mac]}
                      onSelect={() => act(chosen)}
                      className="flex min-h-control cursor-pointer items-center gap-2.5 rounded-md px-2 text-ink aria-selected:highlight [&_svg]:size-4 [&_svg]:shrink-0 [&_svg]:text-ink-faint"
                    >
                      <Icon aria-hidden="true" />
                      <span className="min-w-0 flex-1 truncate">{label}</span>
                      {hint !== undefined && <span className="text-xs text-ink-faint">{hint}</span>}
                    </Command.Item>
                  ))}
                </Command.Group>
              ))}
            </Command.List>
            <PaletteResultCount />
            <PaletteFooter />
          </Command>
        </Dialog.Popup>
      </Dialog.Portal>
    </Dialog.Root>
  )
}
