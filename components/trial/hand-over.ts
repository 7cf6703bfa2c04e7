/** Puts a token into the field of the form within `page`, as if it had been typed there, and leads on to it. */
export function handOver(page: HTMLElement | null, token: string): void {
  const field = page?.querySelector<HTMLInputElement>('form input[name="token"]')
  if (!field) return
  field.value = token
  field.dispatchEvent(new Event('input', { bubbles: true }))
  field.focus()
}
