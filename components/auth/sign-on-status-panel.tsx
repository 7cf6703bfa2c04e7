import { useTranslations } from 'next-intl'
import type { ReactNode } from 'react'
import type { FormAction } from '../../lib/views/form.ts'
import type { SignOnProvider, SignOnState } from '../../lib/views/sign-on.ts'
import { ConfirmDialog } from '../ui/confirm-dialog.tsx'
import { CopyableText } from '../ui/copyable-text.tsx'
import { Facts } from '../ui/facts.tsx'
import { LocalTime } from '../ui/local-time.tsx'
import { Panel } from '../ui/panel.tsx'
import { ButtonForm } from '../ui/button-form.tsx'

type Props = {
  state: SignOnState
  actions: Record<'test' | 'require' | 'remove', FormAction<'required'>> & { vouch: FormAction<'vouches'> }
}

/** The status of single sign-on and its next step: test it, require it, remove it. */
export function SignOnStatusPanel({
  state: { provider, callbacks, mailDomains },
  actions,
}: Props): ReactNode {
  const t = useTranslations('connection.signOn')
  const verifiedAt = provider?.verifiedAt ?? null
  const verified = mailDomains.some(({ state }) => state === 'live')
  const facts = [
    { name: t('status'), value: t(statusOf(provider, verified)) },
    ...(verifiedAt === null ? [] : [{ name: t('tested'), value: <LocalTime at={verifiedAt} /> }]),
  ]
  return (
    <Panel title={t('status')} className="space-y-4">
      <Facts facts={facts} />
      <section className="space-y-1.5 rounded-md border border-line bg-sunken px-3 py-2 text-sm">
        <h3 className="font-medium">{t('callback', { count: callbacks.length })}</h3>
        <p className="text-xs text-ink-soft">{t('callbackHint', { count: callbacks.length })}</p>
        {callbacks.map((address) => (
          <CopyableText key={address} text={address} label={t('copyCallback', { address })} />
        ))}
      </section>
      {provider !== null && <VouchPanel provider={provider} action={actions.vouch} />}
      {provider !== null && (
        <div className="flex flex-wrap items-start gap-3">
          <NextStep provider={provider} actions={actions} />
          <ConfirmDialog
            action={actions.remove}
            hidden={{}}
            dangerous
            title={t('removeAsk')}
            confirm={t('remove')}
            trigger={t('remove')}
          >
            <p>{t('removeGoes')}</p>
          </ConfirmDialog>
        </div>
      )}
    </Panel>
  )
}

/**
 * Whether the owner vouches for the provider's e-mail addresses, for providers that do not mark them as
 * verified.
 */
function VouchPanel({
  provider,
  action,
}: {
  provider: SignOnProvider
  action: FormAction<'vouches'>
}): ReactNode {
  const t = useTranslations('connection.signOn.vouch')
  const { vouches } = provider
  return (
    <div className="space-y-2 rounded-md border border-line px-3 py-2.5 text-sm">
      <h3 className="font-medium">{t('title')}</h3>
      <p className="text-ink-soft">{t(vouches ? 'on' : 'off')}</p>
      <ButtonForm action={action} hidden={{ vouches: vouches ? '' : 'on' }} size="small">
        {t(vouches ? 'stop' : 'start')}
      </ButtonForm>
    </div>
  )
}

function NextStep({ provider, actions }: { provider: SignOnProvider; actions: Props['actions'] }): ReactNode {
  const t = useTranslations('connection.signOn')
  const { verifiedAt, required } = provider
  if (verifiedAt === null) {
    return (
      <div className="space-y-1">
        <ButtonForm action={actions.test} weight="primary">
          {t('test')}
        </ButtonForm>
        <p className="text-xs text-ink-faint">{t('testAbout')}</p>
      </div>
    )
  }
  return (
    <div className="space-y-1">
      <ButtonForm action={actions.require} hidden={{ required: required ? '' : 'on' }}>
        {t(required ? 'allow' : 'require')}
      </ButtonForm>
      {!required && <p className="text-xs text-ink-faint">{t('requireAbout')}</p>}
    </div>
  )
}

function statusOf(provider: SignOnProvider | null, verified: boolean) {
  if (provider === null) return 'none'
  if (!verified) return 'unproved'
  if (provider.verifiedAt === null) return 'untested'
  return provider.required ? 'required' : 'optional'
}
