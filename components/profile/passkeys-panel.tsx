import { KeyRound } from 'lucide-react'
import { useTranslations } from 'next-intl'
import type { ReactNode } from 'react'
import type { FormAction } from '../../lib/views/form.ts'
import type { PasskeyRow } from '../../lib/views/member.ts'
import { ConfirmDialog } from '../ui/confirm-dialog.tsx'
import { LinkButton } from '../ui/link-button.tsx'
import { Panel } from '../ui/panel.tsx'
import { timeOf } from '../ui/local-time.tsx'

type Props = {
  passkeys: readonly PasskeyRow[]
  /** There is no authenticator app beside them. */
  alone: boolean
  remove: FormAction<'passkey'>
}

/** The member's passkeys. */
export function PasskeysPanel({ passkeys, alone, remove }: Props): ReactNode {
  const t = useTranslations('members.security.passkeys')
  return (
    <Panel title={t('title')} className="space-y-3 text-sm">
      <p className="text-ink-soft">{t('about')}</p>
      {passkeys.length === 0 ? (
        <p className="text-ink-faint">{t('none')}</p>
      ) : (
        <ul aria-label={t('title')} className="divide-y divide-line border-y border-line">
          {passkeys.map((row) => (
            <li key={row.passkey} className="flex flex-wrap items-center gap-x-3 gap-y-2 py-2.5">
              <PasskeyFacts row={row} />
              <ConfirmDialog
                action={remove}
                hidden={{ passkey: row.passkey }}
                trigger={
                  <>
                    {t('remove')} <span className="sr-only">{row.name}</span>
                  </>
                }
                title={t('ask', { name: row.name })}
                confirm={t('remove')}
                dangerous
              >
                <p>{t('without')}</p>
                {alone && passkeys.length === 1 && <p>{t('last')}</p>}
              </ConfirmDialog>
            </li>
          ))}
        </ul>
      )}
      <noscript>
        <p className="text-ink-soft">{t('script')}</p>
      </noscript>
      <LinkButton href="/profile/security/passkey" className="js-only">
        <KeyRound aria-hidden="true" />
        {t('add')}
      </LinkButton>
    </Panel>
  )
}

function PasskeyFacts({ row: { name, host, createdAt, lastUsedAt } }: { row: PasskeyRow }): ReactNode {
  const t = useTranslations('members.security.passkeys')
  return (
    <div className="min-w-0 flex-1 basis-52">
      <p className="font-medium break-words">{name}</p>
      <p className="text-xs text-ink-faint">
        {host} · {t.rich('facts', { at: timeOf(createdAt) })} ·{' '}
        {lastUsedAt === null ? t('unused') : t.rich('used', { at: timeOf(lastUsedAt) })}
      </p>
    </div>
  )
}
