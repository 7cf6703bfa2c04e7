import type { CheckLine } from '../../lib/views/trial.ts'

/** Posts the form to `path`, and reads the lines of its check as they arrive. */
export async function* checkLines(
  path: string,
  form: FormData,
  signal: AbortSignal,
): AsyncGenerator<CheckLine> {
  const response = await fetch(path, { method: 'POST', body: form, signal })
  if (!response.ok || response.body === null) throw new Error('The portal did not answer.')
  const reader = response.body.pipeThrough(new TextDecoderStream()).getReader()
  let rest = ''
  for (;;) {
    const { done, value } = await reader.read()
    const lines = (rest + (value ?? '')).split('\n')
    rest = lines.pop() ?? ''
    for (const line of lines) yield asLine(JSON.parse(line))
    if (done) return
  }
}

/** Our own server wrote it: this only gives it its name. */
function asLine(line: CheckLine): CheckLine {
  return line
}
