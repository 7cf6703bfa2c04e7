// Posts the form of a page as a browser would: what a control cannot hold does not come back.
import { controlText, isUnsupported, keepName } from '../lib/views/unsupported.ts'

/** The initial values of a form, and what was typed over them. */
export function postForm(
  initialValues: Readonly<Record<string, string>>,
  typed: Readonly<Record<string, string>>,
): FormData {
  const form = new FormData()
  for (const [name, text] of Object.entries(initialValues)) {
    if (isUnsupported(text) && !Object.hasOwn(typed, name)) form.set(keepName(name), 'on')
    const value = typed[name] ?? oneLine(controlText(text))
    // A checkbox that is not ticked is not posted.
    if (value !== '') form.set(name, value)
  }
  for (const [name, value] of Object.entries(typed)) if (value !== '') form.set(name, value)
  form.set('initialValues', parsedByABrowser(JSON.stringify(initialValues)))
  return form
}

/** What an input of one line posts that HTML filled with `text`. */
export function oneLine(text: string): string {
  return parsedByABrowser(text).replaceAll(/[\r\n]/g, '')
}

/** What a textarea posts that HTML filled with `text`. */
export function severalLines(text: string): string {
  return parsedByABrowser(text).replaceAll(/\r\n?|\n/g, '\r\n')
}

/** HTML has no lone surrogates and no NUL. */
function parsedByABrowser(text: string): string {
  return text.toWellFormed().replaceAll('\0', '\uFFFD')
}
