import { useTranslations } from 'next-intl'
import type { ReactNode } from 'react'
import type { DeviceField } from '../../lib/views/device-fields.ts'
import type { DevicePageData, RevealPassword } from '../../lib/views/device.ts'
import type { FormAction } from '../../lib/views/form.ts'
import type { Verb, ViewerBadge } from '../../lib/views/viewer.ts'
import { DeviceActions } from './device-actions.tsx'
import { DeviceStateLabel } from './device-state-label.tsx'
import { typeRegisters } from '../../lib/views/device-state.ts'
import { DeviceForm } from './device-form.tsx'
import { useTypeLabel } from './device-labels.ts'
import { PageHeader } from '../shell/page-header.tsx'
import { RegistrationCard } from './registration-card.tsx'
import { Link } from '../ui/link.tsx'
import { LinkButton } from '../ui/link-button.tsx'
import { NameLabel } from '../shell/name-label.tsx'

type Actions = {
  edit: FormAction<DeviceField>
  reboot: FormAction<'device'>
  remove: FormAction<'device'>
  reveal: RevealPassword
}

type Props = DevicePageData & { viewer: ViewerBadge; actions: Actions }

/** A device: its type and state, its actions, and its form. */
export function DevicePage({ device, owners, breadcrumbs, viewer, actions, ...phone }: Props): ReactNode {
  const tSettings = useTranslations('schema')
  const typeLabel = useTypeLabel()
  const owner = owners?.find(({ id }) => id === device.text.owner)
  const ifAllowed = <Action,>(verb: Verb, action: Action) => (viewer.may.includes(verb) ? action : null)
  return (
    <>
      <PageHeader
        title={device.name}
        of="device"
        breadcrumbs={breadcrumbs}
        mac={device.text.macAddress}
        about={
          <>
            {typeLabel(device.type)}
            {owner && owner.name !== null && viewer.may.includes('user.read') && (
              <>
                {' · '}
                <Link href={`/users/${owner.id}`} className="underline underline-offset-2">
                  <NameLabel of="user" name={owner.name} />
                </Link>
              </>
            )}
          </>
        }
        marks={<DeviceStateLabel state={phone.state} />}
        actions={
          <>
            <LinkButton href={`/devices/${device.id}/settings`}>{tSettings('title')}</LinkButton>
            <DeviceActions
              device={device}
              reboot={ifAllowed('device.reboot', actions.reboot)}
              remove={ifAllowed('device.remove', actions.remove)}
            />
          </>
        }
      />
      <div className="grid items-start gap-5 xl:grid-cols-[minmax(0,1fr)_18rem]">
        <div className="min-w-0 rounded-lg border border-line bg-surface px-4 pt-5 sm:px-6">
          <DeviceForm
            device={device}
            owners={owners}
            action={actions.edit}
            reveal={ifAllowed('device.reveal', actions.reveal)}
            editable={viewer.may.includes('device.edit')}
            impersonating={viewer.impersonation !== null}
          />
        </div>
        {typeRegisters(device.type) && <RegistrationCard {...phone} />}
      </div>
    </>
  )
}
