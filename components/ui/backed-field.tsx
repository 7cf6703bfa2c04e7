'use client'
import { ChevronRight } from 'lucide-react'
import { useRef, useState, type ReactNode } from 'react'
import { BackingTextContext } from './backing-text.ts'
import { Field, FieldError, type ControlProps, type FieldProps } from './field.tsx'
import { useHydrated } from './use-hydrated.ts'

type Props = FieldProps<string> & {
  value: string
  /** The editor of the text (`useBackingText`), where there is script. */
  children: ReactNode
  /** Opens the text itself; without it, the text shows only where there is no script. */
  advanced?: string
  /** What is wrong with the text as it was typed, or null. */
  faultIn?: (text: string) => string | null
}

/**
 * A text that is typed with an editor, such as rows. The form posts the text alone: what the editor does is
 * written there, and what else changes the text shows in the editor.
 */
export function BackedField({ value, children, advanced, faultIn, ...field }: Props): ReactNode {
  return (
    <Field {...field}>
      {(control, typed) => (
        // A new initial value starts again.
        <Backed
          key={typed ?? value}
          {...{ control, advanced, faultIn }}
          label={field.label}
          initial={typed ?? value}
        >
          {children}
        </Backed>
      )}
    </Field>
  )
}

type BackedProps = Pick<Props, 'children' | 'label'> & {
  control: ControlProps
  initial: string
  advanced: string | undefined
  faultIn: Props['faultIn']
}

function Backed({ control, label, initial, advanced, faultIn, children }: BackedProps) {
  const { id, name, readOnly, 'aria-describedby': describedBy, 'aria-invalid': invalid } = control
  const hydrated = useHydrated()
  const area = useRef<HTMLTextAreaElement>(null)
  const [text, setText] = useState(initial)
  const [left, setLeft] = useState(false)
  const fault = left && text !== initial ? (faultIn?.(text) ?? null) : null

  function write(next: string) {
    if (!area.current) return
    area.current.value = next
    // The form listens for input events only.
    area.current.dispatchEvent(new Event('input', { bubbles: true }))
  }

  const textarea = (
    <label className="block">
      <span data-label className="sr-only">
        {label}
      </span>
      <textarea
        ref={area}
        name={name}
        rows={2}
        defaultValue={initial}
        readOnly={readOnly}
        aria-invalid={invalid ?? (fault !== null || undefined)}
        onInput={(event) => setText(event.currentTarget.value)}
        onBlur={() => setLeft(true)}
        spellCheck={false}
        className="input field-sizing-content max-h-80 py-1.5 text-sm monospace"
      />
    </label>
  )
  return (
    <fieldset
      id={id}
      aria-label={label}
      aria-describedby={describedBy}
      tabIndex={-1}
      className="min-w-0 space-y-2 rounded-md"
    >
      {/* What is typed before the editor works would be lost. */}
      <div className="js-only" inert={!hydrated}>
        <BackingTextContext value={{ text, write, readOnly }}>{children}</BackingTextContext>
      </div>
      {advanced === undefined ? (
        <div className="hidden noscript:block">{textarea}</div>
      ) : (
        <details open={invalid === true ? true : undefined} className="group/advanced">
          <summary className="inline-flex min-h-6 items-center gap-1 rounded-sm text-xs text-ink-soft hover:text-ink pointer-coarse:min-h-control">
            <ChevronRight
              aria-hidden="true"
              className="size-3.5 transition-[rotate] group-open/advanced:rotate-90"
            />
            {advanced}
          </summary>
          <div className="space-y-1 pt-1.5">
            {textarea}
            <output>{fault !== null && <FieldError id={`${id}-fault`}>{fault}</FieldError>}</output>
          </div>
        </details>
      )}
    </fieldset>
  )
}
