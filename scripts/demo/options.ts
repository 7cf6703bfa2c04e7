// The options of the demo: `npm run demo -- --kazoo 4.3 --world large`, and PORT in the environment.
import { parseArgs } from 'node:util'
import { z } from 'zod'

const shape = z.object({
  kazoo: z.enum(['4.3', '5.0'], '--kazoo takes 4.3 or 5.0'),
  world: z.enum(['demo', 'large', 'empty'], '--world takes demo, large or empty'),
  port: z.coerce
    .number('PORT is a number')
    .int('PORT is a whole number')
    .min(1, 'PORT is above 0')
    .max(65_535, 'PORT is below 65536'),
})
const devShape = shape.extend({ fresh: z.boolean() })
export type DemoOptions = z.infer<typeof shape>
export type DevOptions = z.infer<typeof devShape>

const WORDS = {
  kazoo: { type: 'string', default: '5.0' },
  world: { type: 'string', default: 'demo' },
} as const

/** Parses the command line and the environment. Throws one error with all problems. */
export function demoOptions(args: readonly string[], port: string | undefined): DemoOptions {
  const { values } = parseArgs({ args: [...args], options: WORDS })
  return parsed(shape, { ...values, port: port || '3000' })
}

/** The same for `npm run dev`, which also takes `--fresh` to start over. */
export function devOptions(args: readonly string[], port: string | undefined): DevOptions {
  const { values } = parseArgs({
    args: [...args],
    options: { ...WORDS, fresh: { type: 'boolean', default: false } },
  })
  return parsed(devShape, { ...values, port: port || '3000' })
}

function parsed<Options>(options: z.ZodType<Options>, values: unknown): Options {
  const { data, error } = options.safeParse(values)
  if (error) throw new Error(error.issues.map(({ message }) => message).join('\n'))
  return data
}
