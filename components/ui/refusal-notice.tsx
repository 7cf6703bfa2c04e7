import type { ReactNode } from 'react'
import type { Refusal } from '../../lib/views/form.ts'
import { ProofLink } from '../auth/proof-link.tsx'
import { Notice } from './notice.tsx'
import { ReloadButton } from './reload-button.tsx'

/** What is said of a refusal beyond its fields. */
export type RefusalTexts = Pick<Refusal<string>, 'message' | 'reference' | 'proveFirst' | 'newVersion'>
type Props = { state: RefusalTexts; children?: ReactNode }

/** Why something was not done, and what has to be done first. */
export function RefusalNotice({ state, children }: Props): ReactNode {
  const { message, reference, proveFirst, newVersion } = state
  return (
    <Notice tone={newVersion ? 'warning' : 'error'} title={message} reference={reference}>
      {proveFirst && <ProofLink />}
      {newVersion === 'found' && <ReloadButton />}
      {children}
    </Notice>
  )
}
