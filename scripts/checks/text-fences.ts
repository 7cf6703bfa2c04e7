// Fences that can be checked file by file: who may unseal secrets, and on which side of the wire a file
// lives.
import type { Fault } from './fault.ts'
import type { Source } from './sources.ts'

/** The complete list of files that may name `unseal` (decision 131). */
const OPENERS = new Set([
  'lib/sealed.ts',
  'lib/key-ring.ts',
  'lib/kazoo/client.ts',
  'lib/kazoo/auth.ts',
  'lib/kazoo/recovery.ts',
  'lib/session/redis.ts',
  'lib/session/record.ts',
  'lib/session/proxy-ids.ts',
  'lib/store/database.ts',
  'lib/store/envelope.ts',
  'lib/store/notifications.ts',
  'lib/store/liveness.ts',
  'lib/domain/audit/webhook.ts',
  'lib/domain/auth/link-token.ts',
  'lib/domain/member/totp.ts',
  'lib/domain/auth/password.ts',
  'lib/domain/auth/reveal.ts',
  'lib/domain/sign-on/federation.ts',
  'lib/mail/render.ts',
  'lib/mail/smtp.ts',
])

/**
 * A test may state that a line must not compile, with the reason: that is an assertion, which fails when it
 * compiles.
 */
const OFF =
  /@ts-(?:ignore|nocheck)|(?:eslint|oxlint)-disable|\b(?:test|it|describe)\.(?:only|skip|fixme|todo)\b/

/** Comments wrap like code, but the formatter leaves them alone. Older migrations stay as they were run. */
const COMMENT_COLUMNS = 110
const COMMENT_LINE = /^\s*(?:\/\/|\{?\/\*|\*(?:\s|$))/
const OLD_MIGRATION = /^lib\/store\/migrations\/00(?:0\d|1[0-7])-/

type Rule = { says: string; broken: (source: Source) => boolean }

const RULES: readonly Rule[] = [
  {
    says: 'names `unseal`; only the files listed in scripts/checks/text-fences.ts may',
    broken: ({ path, text }) =>
      /\bunseal\b/.test(text) && !OPENERS.has(path) && !isTest(path) && !path.startsWith('scripts/checks/'),
  },
  {
    says: 'takes all of lib/sealed.ts; take what you need by name',
    broken: ({ path, text }) =>
      !path.startsWith('scripts/checks/') &&
      /(?:\*\s+as\s+\w+|export\s+\*)\s+from\s+['"][^'"]*\/sealed(?:\.ts)?['"]/.test(text),
  },
  {
    says: 'names a type by `import(...)`, which the import map does not see; import it at the top',
    broken: ({ path, text }) =>
      /\btypeof import\(\s*['"]\.|\bimport\(\s*['"]\.[^'"]*['"]\s*\)\s*\.(?!then\b|catch\b)/.test(text) &&
      !path.startsWith('scripts/checks/'),
  },
  {
    says: "begins neither with `import 'server-only'` nor with 'use server'",
    broken: ({ path, text }) =>
      isLib(path) &&
      !/^lib\/(?:views|i18n)\//.test(path) &&
      !/^(?:import 'server-only'|'use server')$/.test(firstCode(text)),
  },
  {
    says: 'is a view and universal, but forbids the browser',
    broken: ({ path, text }) =>
      path.startsWith('lib/views/') && /['"](?:server-only|client-only)['"]/.test(text),
  },
  {
    says: 'has no opening sentence: a comment that says what it keeps, and from whom',
    broken: ({ path, text }) => isLib(path) && !path.startsWith('lib/actions/') && !/^\/\/ \S/.test(text),
  },
  {
    says: "says 'use client', which only components and the error pages of app may",
    broken: ({ path, text }) =>
      directive(text, 'use client') &&
      !path.startsWith('components/') &&
      !/^app\/(?:.*\/)?(?:global-)?error\.tsx$/.test(path),
  },
  {
    says: "says 'use server', which only lib/actions may: `ls` there is the list of all that can be POSTed",
    broken: ({ path, text }) => directive(text, 'use server') && !path.startsWith('lib/actions/'),
  },
  {
    says: "lies in lib/actions and does not begin with 'use server', or as an input schema with `import 'server-only'`",
    broken: ({ path, text }) =>
      path.startsWith('lib/actions/') &&
      isLib(path) &&
      firstCode(text) !== (path.endsWith('-input.ts') ? "import 'server-only'" : "'use server'"),
  },
  {
    says: 'takes a bare `z.string()` from outside; take a text type of lib/views/form-text.ts, which refuses control characters',
    broken: ({ path, text }) =>
      /^lib\/(?:actions\/.*|views\/[\w-]+-form)\.ts$/.test(path) &&
      /(?<!\.pipe\(\s*)\bz\s*\.string\(/.test(text),
  },
  {
    says: `has a comment of more than ${COMMENT_COLUMNS} columns`,
    broken: ({ path, text }) =>
      !OLD_MIGRATION.test(path) &&
      text.split('\n').some((line) => line.length > COMMENT_COLUMNS && COMMENT_LINE.test(line)),
  },
  {
    says: 'switches a check off',
    broken: ({ path, text }) =>
      !path.startsWith('scripts/checks/') &&
      (OFF.test(text) ||
        (/@ts-expect-error/.test(text) && !(isTest(path) && /@ts-expect-error \S/.test(text)))),
  },
]

/** The violations in `sources`. */
export function textFaults(sources: readonly Source[]): Fault[] {
  return sources.flatMap((source) =>
    RULES.filter(({ broken }) => broken(source)).map(({ says }) => ({ path: source.path, says })),
  )
}

/** Tests and their shared files. */
function isTest(path: string): boolean {
  return path.startsWith('testing/') || /\.(?:test|spec)\.tsx?$/.test(path)
}

function isLib(path: string): boolean {
  return path.startsWith('lib/') && !isTest(path)
}

function directive(text: string, words: string): boolean {
  return new RegExp(`^\\s*['"]${words}['"]`, 'm').test(text)
}

/** The first line that is neither blank nor a comment. */
function firstCode(text: string): string {
  const bare = text.replace(/^(?:\s|\/\/.*\n|\/\*[\s\S]*?\*\/)*/, '')
  return (bare.split('\n')[0] ?? '').trim().replace(/;$/, '')
}
