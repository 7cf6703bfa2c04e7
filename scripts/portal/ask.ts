// Asks for secrets: from the environment, from a terminal without echo, or from standard input.
import { seal, type Sealed } from '../../lib/sealed.ts'
import { Misuse } from './fault.ts'

export type Question = {
  /** The question at a terminal. */
  text: string
  /** The environment variable that answers it. */
  variable: string
  /** The form of a valid answer; an invalid one is refused without being repeated. */
  form?: { is: RegExp; says: string }
}

let lines: Promise<string[]> | undefined

/** The answer, sealed at once; null when it is empty. @throws Misuse when it is invalid */
export async function askSecret<Kind extends string>(question: Question): Promise<Sealed<Kind> | null> {
  const text = await answerTo(question)
  if (text === '') return null
  if (question.form && !question.form.is.test(text)) throw new Misuse(question.form.says)
  return seal<Kind>(text)
}

async function answerTo({ text, variable }: Question): Promise<string> {
  const value = process.env[variable]
  if (value !== undefined) return value
  if (process.stdin.isTTY) return hidden(text)
  lines ??= standardInput()
  return (await lines).shift() ?? ''
}

async function standardInput(): Promise<string[]> {
  const chunks: Buffer[] = []
  for await (const chunk of process.stdin) chunks.push(Buffer.from(chunk))
  return Buffer.concat(chunks).toString('utf8').split(/\r?\n/)
}

/**
 * Reads a line from the terminal without echo. The question goes to standard error, so that pipes are not
 * disturbed.
 */
function hidden(text: string): Promise<string> {
  const { stdin, stderr } = process
  stderr.write(`${text}: `)
  stdin.setRawMode(true).setEncoding('utf8').resume()
  return new Promise((resolve) => {
    let typed = ''
    const end = () => {
      stdin.off('data', read).setRawMode(false).pause()
      stderr.write('\n')
    }
    const read = (keys: string) => {
      for (const key of keys) {
        if (key === '\u0003') {
          end()
          process.exit(130)
        }
        if (key === '\r' || key === '\n' || key === '\u0004') {
          end()
          resolve(typed)
          return
        }
        typed = key === '\u007f' || key === '\b' ? typed.slice(0, -1) : typed + key
      }
    }
    stdin.on('data', read)
  })
}
