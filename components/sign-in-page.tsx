import type { ReactNode } from 'react'
import type { FormAction } from '../lib/views/form.ts'
import type { SignInField } from '../lib/views/viewer.ts'
import { EntryFrame } from './entry-frame.tsx'
import { SignInForm } from './sign-in-form.tsx'

/** The one page without a viewer. */
export function SignInPage(props: { action: FormAction<SignInField>; next: string }): ReactNode {
  return (
    <EntryFrame
      title="Sign in"
      foot="Tokens, keys and passwords of your telephone platform stay on the server; this browser never holds one."
    >
      <SignInForm {...props} />
    </EntryFrame>
  )
}
