import { useTranslations } from 'next-intl'
import type { CSSProperties, ReactNode } from 'react'
import { Button } from '../ui/button.tsx'
import { ErrorReference } from '../ui/error-reference.tsx'
import { ReloadButton } from '../ui/reload-button.tsx'
import { Skeleton } from '../ui/skeleton.tsx'
import { useNameLabel } from '../shell/name-label.tsx'
import type { TreeActions, Line } from './tree-lines.ts'

type Props = Pick<TreeActions, 'load'> & { line: Exclude<Line, { kind: 'account' }>; indent: CSSProperties }

/** Shown in a branch in place of accounts that are loading, not loaded yet, or could not be loaded. */
export function BranchPlaceholder({ line, indent, load }: Props): ReactNode {
  const t = useTranslations('accounts.tree')
  const nameLabel = useNameLabel()
  return (
    <>
      <td colSpan={2} style={indent}>
        <span className="flex min-w-0 items-center gap-2 pr-4 pl-7">
          {line.kind === 'loading' && (
            <span className="animate-delayed flex-1">
              <span className="sr-only">{t('loading')}</span>
              <Skeleton className="w-2/5" />
            </span>
          )}
          {line.kind === 'more' && (
            <Button
              weight="quiet"
              tabIndex={-1}
              onClick={() => void load(line.parent)}
              className="js-only -ml-3"
            >
              {t('more')}
            </Button>
          )}
          {line.kind === 'unopenable' && (
            <span className="text-ink-soft [overflow-wrap:anywhere]">
              {t('unopenable', {
                count: line.unopenable.count,
                names: line.unopenable.names.map((name) => nameLabel('account', name)).join(', '),
              })}
            </span>
          )}
          {line.kind === 'failed' && (
            <span className="flex flex-wrap items-center gap-x-2 gap-y-1 py-1 text-bad">
              {line.failure.message}
              {line.failure.newVersion ? (
                <ReloadButton />
              ) : (
                <Button tabIndex={-1} onClick={() => void load(line.parent)}>
                  {t('retry')}
                </Button>
              )}
              {line.failure.reference !== '' && <ErrorReference id={line.failure.reference} />}
            </span>
          )}
        </span>
      </td>
      <td className="max-sm:hidden">&nbsp;</td>
    </>
  )
}
