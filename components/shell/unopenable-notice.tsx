import { useTranslations } from 'next-intl'
import type { ReactNode } from 'react'
import type { Unopenable } from '../../lib/views/list.ts'
import { Notice } from '../ui/notice.tsx'
import { useNameLabel } from './name-label.tsx'

type Props = { of: 'device' | 'user' | 'vmbox'; unopenable: Unopenable }

/** Says how many more Kazoo lists that the portal cannot open, and what they are called. */
export function UnopenableNotice({ of, unopenable: { count, names } }: Props): ReactNode {
  const t = useTranslations('unopenable')
  const nameLabel = useNameLabel()
  if (count === 0) return null
  const shown = names.map((name) => nameLabel(of, name))
  return (
    <Notice tone="info">
      <p className="[overflow-wrap:anywhere]">
        {t(of, { count, names: [...shown, ...(count > shown.length ? ['…'] : [])].join(', ') })}
      </p>
    </Notice>
  )
}
