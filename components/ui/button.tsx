import type { ComponentProps, MouseEvent, ReactNode } from 'react'
import { buttonClass, type Size, type Weight } from './button-class.ts'
import { Spinner } from './spinner.tsx'

export { buttonClass, type Size, type Weight } from './button-class.ts'

type Props = ComponentProps<'button'> & { weight?: Weight; size?: Size; pending?: boolean }

/** While `pending` it shows a spinner, keeps its size, text and focus, and ignores clicks. */
export function Button({ weight, size, pending = false, className, children, ...rest }: Props): ReactNode {
  return (
    <button
      type="button"
      {...rest}
      onClick={pending ? refrain : rest.onClick}
      aria-disabled={pending || rest['aria-disabled']}
      aria-busy={pending || undefined}
      className={buttonClass(weight, className, size)}
    >
      {pending && <Spinner />}
      {children}
    </button>
  )
}

function refrain(event: MouseEvent): void {
  event.preventDefault()
}
