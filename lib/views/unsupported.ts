// Marks the text of a field whose stored value its control cannot show: the value stays unless it is replaced
// on purpose.

/** OBJECT REPLACEMENT CHARACTER: no typed text contains it (text-rules.ts). */
export const UNSUPPORTED_MARK = '\uFFFC'

/** The text of a field that stores something else; `value` describes it as JSON, empty for hidden values. */
export function unsupported(value: string): string {
  return UNSUPPORTED_MARK + value
}

/** Whether the text of a field stands for a stored value that its control cannot show. */
export function isUnsupported(text: string): boolean {
  return text.startsWith(UNSUPPORTED_MARK)
}

/** The stored value as JSON, for people to read; empty where it is hidden. */
export function unsupportedValue(text: string): string {
  return text.slice(UNSUPPORTED_MARK.length)
}

/** The text of a field for people to read, whatever is stored. */
export function readableText(text: string): string {
  return isUnsupported(text) ? unsupportedValue(text) : text
}

/** The text for the control that replaces a stored value: a number as it is, otherwise nothing. */
export function controlText(text: string): string {
  if (!isUnsupported(text)) return text
  const value = unsupportedValue(text)
  return /^-?\d+(?:\.\d+)?$/.test(value) ? value : ''
}

/** The name of the checkbox that keeps the stored value of a field. */
export function keepName(field: string): string {
  return `keep${field}`
}
