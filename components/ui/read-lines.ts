/**
 * Posts a form to `path` and yields the lines of the answer, a stream of JSON values, as they arrive.
 * `Line` is what our own server writes there. Throws when it does not answer.
 */
export async function* readLines<Line>(
  path: string,
  form: FormData,
  signal: AbortSignal | null = null,
): AsyncGenerator<Line> {
  const response = await fetch(path, { method: 'POST', body: form, signal })
  if (!response.ok || response.body === null) throw new Error(`${path} answered ${response.status}.`)
  const reader = response.body.pipeThrough(new TextDecoderStream()).getReader()
  let rest = ''
  for (;;) {
    const { done, value } = await reader.read()
    const lines = (rest + (value ?? '')).split('\n')
    rest = lines.pop() ?? ''
    for (const line of lines) yield asLine<Line>(JSON.parse(line))
    if (done) return
  }
}

/** Gives a parsed line its type: our own server wrote it. */
function asLine<Line>(line: Line): Line {
  return line
}
