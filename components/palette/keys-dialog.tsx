'use client'
import { useTranslations } from 'next-intl'
import { useState, type ReactNode } from 'react'
import { NEW_ACCOUNT_KEY } from '../shell/new-account-link.tsx'
import { useMay, useNavItems } from '../shell/use-nav-items.tsx'
import { Dialog } from '../ui/dialog.tsx'
import { Kbd } from '../ui/kbd.tsx'
import { Shortcut } from '../ui/shortcut.tsx'
import { openSheet } from './open-sheet.ts'
import { setSingleKeys, singleKeysOn } from '../ui/single-keys.ts'

/** Lists all keyboard shortcuts, with a switch for single-key ones. */
export function KeysDialog(): ReactNode {
  const t = useTranslations('shell')
  const tAccounts = useTranslations('accounts')
  const tTable = useTranslations('table.keys')
  const items = useNavItems()
  const creates = useMay('account.create')
  const [single, setSingle] = useState(singleKeysOn)
  return (
    <Dialog title={t('keys.title')} open onOpenChange={() => openSheet(null)}>
      <div className="space-y-4 text-sm">
        <KeyList name={t('keys.everywhere')}>
          <KeyLine does={t('keys.palette')}>
            <Shortcut keys="Mod+K" />
          </KeyLine>
          <KeyLine does={t('keys.help')}>
            <Kbd>?</Kbd>
          </KeyLine>
          {items.map(({ name, key }) => (
            <KeyLine key={name} does={t('keys.goTo', { place: t(`nav.${name}`) })}>
              <Kbd>g</Kbd> <Kbd>{key}</Kbd>
            </KeyLine>
          ))}
          {creates && (
            <KeyLine does={tAccounts('new')}>
              <Kbd>{NEW_ACCOUNT_KEY}</Kbd>
            </KeyLine>
          )}
          <KeyLine does={t('keys.filter')}>
            <Kbd>/</Kbd>
          </KeyLine>
        </KeyList>
        <KeyList name={t('keys.lists')}>
          <KeyLine does={t('keys.upDown')}>
            <Kbd>↑</Kbd> <Kbd>↓</Kbd>
          </KeyLine>
          <KeyLine does={t('keys.enter')}>
            <Kbd>↵</Kbd>
          </KeyLine>
          <KeyLine does={t('keys.select')}>
            <Kbd>{tTable('space')}</Kbd> <Shortcut keys="Mod+A" />
          </KeyLine>
          <KeyLine does={t('keys.rename')}>
            <Kbd>F2</Kbd>
          </KeyLine>
          <KeyLine does={t('keys.inward')}>
            <Kbd>→</Kbd> <Kbd>←</Kbd>
          </KeyLine>
          <KeyLine does={t('keys.menu')}>
            <Shortcut keys="Shift+F10" />
          </KeyLine>
        </KeyList>
        <KeyList name={t('keys.tree')}>
          <KeyLine does={t('keys.upDown')}>
            <Kbd>↑</Kbd> <Kbd>↓</Kbd>
          </KeyLine>
          <KeyLine does={t('keys.fold')}>
            <Kbd>→</Kbd> <Kbd>←</Kbd>
          </KeyLine>
          <KeyLine does={t('keys.enter')}>
            <Kbd>↵</Kbd>
          </KeyLine>
          <KeyLine does={t('keys.type')}>
            <Kbd>{t('keys.letters')}</Kbd>
          </KeyLine>
        </KeyList>
        <div className="flex items-start gap-2.5 border-t border-line pt-4">
          <input
            type="checkbox"
            id="single-keys"
            className="switch mt-0.5 shrink-0"
            checked={single}
            aria-describedby="single-keys-hint"
            onChange={({ currentTarget: { checked } }) => {
              setSingle(checked)
              setSingleKeys(checked)
            }}
          />
          <div>
            <label htmlFor="single-keys" className="font-medium">
              {t('keys.single')}
            </label>
            <p id="single-keys-hint" className="text-xs text-ink-soft">
              {t('keys.singleHint')}
            </p>
          </div>
        </div>
      </div>
    </Dialog>
  )
}

function KeyList({ name, children }: { name: string; children: ReactNode }): ReactNode {
  return (
    <section className="space-y-1.5">
      <h3 className="text-xs text-ink-faint">{name}</h3>
      <dl className="space-y-1.5">{children}</dl>
    </section>
  )
}

function KeyLine({ does, children }: { does: string; children: ReactNode }): ReactNode {
  return (
    <div className="flex justify-between gap-4">
      <dt>{does}</dt>
      <dd className="shrink-0">{children}</dd>
    </div>
  )
}
