import { useTranslations } from 'next-intl'
import type { ImpersonationBadge } from '../../lib/views/viewer.ts'
import { useNameLabel } from '../shell/name-label.tsx'

/** "Viewing as" the impersonated user, or the admin of the account. */
export function useTargetLabel(): (target: Pick<ImpersonationBadge, 'targetName'>) => string {
  const t = useTranslations('shell.impersonation')
  const nameLabel = useNameLabel()
  return ({ targetName }) =>
    targetName === null ? t('inAccount') : t('asUser', { name: nameLabel('user', targetName) })
}
