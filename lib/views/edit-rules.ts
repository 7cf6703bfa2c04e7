// Builds the rules of an edit form: an untouched field is neither validated nor changed, whatever Kazoo
// stores.
import * as z from 'zod'
import type { Rule } from './field-list.ts'
import { refused } from './form-text.ts'
import { isUnsupported, keepName } from './unsupported.ts'

/** Fields that are only valid together; checked when one of them was touched, and reported at `at`. */
type Together<Field extends string> = {
  of: readonly Field[]
  holds: (typed: Readonly<Record<Field, string>>) => boolean
  at: Field
  rule: Rule
}

const texts = z.record(z.string(), z.string())

/**
 * Rules by field, for a form that posts its initial values as JSON. An unchanged field of `editable` keeps
 * its initial value, which `changesOf` treats as no change; so does one whose stored value is kept because
 * its control cannot show it. `editable` has to be the list given to `changesOf`: any other field is always
 * validated.
 */
export function editRules<Field extends string>(
  editable: readonly NoInfer<Field>[],
  fields: Readonly<Record<Field, z.ZodType<string>>>,
  together: readonly Together<NoInfer<Field>>[] = [],
): z.ZodType<Record<Field | 'initialValues', string>> {
  const isField = (name: string): name is Field => Object.hasOwn(fields, name)
  const names = Object.keys(fields).filter(isField)
  const filled = (form: unknown) => {
    const typed = texts.safeParse(form).data ?? {}
    const initialValues = shownIn(typed['initialValues'] ?? '')
    const text = (name: string) => {
      const kept = typed[keepName(name)] === 'on' && isUnsupported(initialValues[name] ?? '')
      return (kept ? initialValues[name] : typed[name]) ?? ''
    }
    return Object.fromEntries([...names, 'initialValues'].map((name) => [name, text(name)]))
  }
  const posted = z.custom<Record<Field | 'initialValues', string>>((form) => texts.safeParse(form).success)
  return z.preprocess(filled, posted).transform((typed, context) => {
    const initialValues = shownIn(typed.initialValues)
    const untouched = new Set<string>(
      editable.filter(
        (name) => Object.hasOwn(initialValues, name) && isShownAs(initialValues[name] ?? '', typed[name]),
      ),
    )
    const read = { ...typed }
    for (const name of names) {
      if (untouched.has(name)) {
        read[name] = initialValues[name] ?? ''
        continue
      }
      const parsed = fields[name].safeParse(typed[name])
      if (parsed.success) read[name] = parsed.data
      else {
        const message = parsed.error.issues[0]?.message ?? refused('rules.wrong')
        context.addIssue({ code: 'custom', path: [name], message })
      }
    }
    for (const { of, holds, at, rule } of together) {
      if (!of.every((name) => untouched.has(name)) && !holds(read))
        context.addIssue({ code: 'custom', path: [at], message: rule })
    }
    return read
  })
}

function shownIn(initialValues: string): Record<string, string> {
  try {
    return texts.safeParse(JSON.parse(initialValues)).data ?? {}
  } catch {
    return {}
  }
}

/**
 * Whether a control that was filled with `initialValue` posts `typed`: one line has no line ends, and no page
 * contains NUL or a lone surrogate.
 */
export function isShownAs(initialValue: string, typed: string): boolean {
  const shown = initialValue.toWellFormed().replaceAll('\0', '\uFFFD')
  return (
    shown.replaceAll(/[\r\n]/g, '').trim() === typed.trim() ||
    withNewLines(shown).trim() === withNewLines(typed).trim()
  )
}

function withNewLines(text: string): string {
  return text.replaceAll(/\r\n?/g, '\n')
}
