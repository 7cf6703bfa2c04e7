// The import map: who may know whom, types included (decision 131). The seats of the house, from the browser
// inwards: components, lib/views | app | lib/actions, lib/web | lib/domain | lib/session, lib/kazoo,
// lib/store | sealed, key-ring, env, errors, log, semaphore, waiting.

const GROUND = 'lib/((sealed|key-ring|env|errors|log|semaphore|waiting)\\.ts|i18n/.*)$'
const FORM_RULES = '^lib/views/([\\w-]+-form|form-check|form-text|edit-rules)\\.ts$'
const TESTS = '\\.(test|spec)\\.tsx?$'
const OURS = '^(app|components|lib|simulator|scripts|testing|e2e)/|^(proxy|instrumentation)\\.ts$'

/**
 * `from` may reach, of our own modules, `allowed` alone; what it says of packages is another rule's business.
 */
function only(name, comment, from, allowed) {
  return {
    name,
    comment,
    severity: 'error',
    from: { path: from, pathNot: TESTS },
    to: { path: OURS, pathNot: allowed },
  }
}

module.exports = {
  forbidden: [
    only(
      'views-import-nothing',
      'Views are a country of their own: what a browser may know, and the keys of its messages.',
      '^lib/views/',
      ['^lib/views/', '^lib/i18n/message-key\\.ts$'],
    ),
    {
      name: 'components-reach-only-views',
      comment:
        'Nothing in components may reach lib beyond views and i18n, not even a type, not even by a detour.',
      severity: 'error',
      from: { path: '^components/' },
      to: {
        path: '^(lib/(?!(views|i18n)/)|app/|simulator/|scripts/|testing/|e2e/|proxy\\.ts|instrumentation\\.ts)',
        reachable: true,
      },
    },
    only('components-know-views', 'Components take rows, drafts and functions as props.', '^components/', [
      '^components/',
      '^lib/views/',
      '^lib/i18n/message-key\\.ts$',
    ]),
    only(
      'ui-imports-no-feature',
      'A button, a form or a table knows no account, device or user: it shows what it is given.',
      '^components/ui/',
      [
        '^components/ui/',
        '^lib/views/(confirm-text|form|form-check|form-text|field-list|list|secret-fields|unsupported)\\.ts$',
      ],
    ),
    only('app-asks-the-domain', 'Routes await params, ask the domain and choose a component.', '^app/', [
      '^app/',
      '^components/',
      '^lib/(actions|domain|views|i18n)/',
      '^lib/session/viewer\\.ts$',
      '^lib/errors\\.ts$',
      '^lib/web/',
    ]),
    only('actions-are-thin', 'An action parses and asks the domain.', '^lib/actions/', [
      '^lib/(actions|web|domain|views)/',
      GROUND,
    ]),
    only('web-meets-next', 'lib/web knows sessions and the domain, and no wire.', '^lib/web/', [
      '^lib/(web|domain|session|views)/',
      '^lib/store/(database|migrate)\\.ts$',
      '^lib/jobs/start-jobs\\.ts$',
      GROUND,
    ]),
    only('jobs-above-the-domain', 'Jobs run by the scheduler and not by a request.', '^lib/jobs/', [
      '^lib/(jobs|domain|mail|store|views)/',
      GROUND,
    ]),
    only('domain-above-its-neighbours', 'The domain knows sessions, Kazoo and the store.', '^lib/domain/', [
      '^lib/(domain|session|kazoo|dns|store|views)/',
      '^lib/mail/kinds\\.ts$',
      GROUND,
    ]),
    only('session-knows-ids', 'A session holds ids of Kazoo and makes no call.', '^lib/session/', [
      '^lib/session/',
      '^lib/kazoo/ids\\.ts$',
      '^lib/views/',
      GROUND,
    ]),
    only('mail-stands-alone', 'A mail is made of what it is given, and knows no row.', '^lib/mail/', [
      '^lib/mail/',
      '^lib/store/schema\\.ts$',
      '^lib/views/',
      GROUND,
    ]),
    only('store-stands-alone', 'The store knows rows.', '^lib/store/', [
      '^lib/store/',
      '^lib/views/',
      GROUND,
    ]),
    only('kazoo-stands-alone', 'The wire knows nobody who uses it.', '^lib/kazoo/', [
      '^lib/kazoo/',
      // Rules that the browser and the wire both ask, written once.
      '^lib/views/(ids|host-name|realm|text-rules|unsupported|[\\w-]+-fields|field-list)\\.ts$',
      GROUND,
    ]),
    only('dns-stands-alone', 'Who asks DNS knows nobody who uses the answer.', '^lib/dns/', [
      '^lib/dns/',
      GROUND,
    ]),
    only(
      'ground-floor',
      'sealed, key-ring, env, errors, log, semaphore, waiting and i18n lie below all.',
      `^${GROUND}`,
      [GROUND, '^lib/views/language\\.ts$'],
    ),
    only('gate', 'The gate and the boot enter by lib/web.', '^(proxy|instrumentation)\\.ts$', [
      '^lib/web/',
      GROUND,
    ]),
    only(
      'simulator-is-independent',
      'A second reading of Kazoo: it shares nothing with ours.',
      '^simulator/',
      '^simulator/',
    ),
    {
      name: 'grant-for-the-domain',
      comment: 'An authenticated Kazoo client exists only inside a verb that was given a viewer.',
      severity: 'error',
      from: { pathNot: ['^lib/domain/', '^lib/session/', '^testing/', TESTS] },
      to: { path: '^lib/session/grant\\.ts$' },
    },
    {
      name: 'portal-alone',
      comment: 'What runs in production imports nothing of the tools around it.',
      severity: 'error',
      from: { path: '^(app|components|lib)/|^(proxy|instrumentation)\\.ts$', pathNot: TESTS },
      to: { path: `^(simulator|scripts|testing|e2e)/|${TESTS}` },
    },
    {
      name: 'gallery-alone',
      comment: 'The gallery is not shipped: nothing that is may need its samples.',
      severity: 'error',
      from: { pathNot: ['^(app|components)/gallery/', '^e2e/', TESTS] },
      to: { path: '^(app|components)/gallery/' },
    },
    {
      name: 'no-development-packages',
      comment: 'What runs in production is a dependency, not a devDependency.',
      severity: 'error',
      from: { path: '^(app|components|lib)/|^(proxy|instrumentation)\\.ts$', pathNot: TESTS },
      to: { dependencyTypes: ['npm-dev', 'npm-no-pkg', 'npm-unknown'], dependencyTypesNot: ['type-only'] },
    },
    {
      name: 'no-wire-in-components',
      comment: 'A component talks to nobody.',
      severity: 'error',
      // The rules of a form are the same on both sides; they come to the browser when somebody first goes
      // into the form (decision 155).
      from: { path: '^(components|lib/views)/', pathNot: [FORM_RULES, TESTS] },
      to: {
        path: 'node_modules/(server-only|undici|ioredis|pg|kysely|pino|iron-session|zod)/|^(node:|fs|http|https|net|crypto)',
      },
    },
    {
      name: 'no-circles',
      comment: 'Two files that need each other are one, or three.',
      severity: 'error',
      from: { path: '^(app|components|lib|testing|e2e)/' },
      to: { circular: true },
    },
    {
      name: 'no-circles-at-run-time',
      comment: 'Around the portal, types may look back.',
      severity: 'error',
      from: { path: '^(simulator|scripts)/' },
      to: { circular: true, viaOnly: { dependencyTypesNot: ['type-only'] } },
    },
    { name: 'nothing-missing', severity: 'error', from: {}, to: { couldNotResolve: true } },
  ],
  options: {
    parser: 'swc',
    // Type imports count: a component that names a wire type has learned what the wire knows.
    tsPreCompilationDeps: true,
    doNotFollow: { path: 'node_modules' },
    exclude: { path: '^(\\.next|\\.data)/|\\.d\\.mts$' },
    enhancedResolveOptions: {
      exportsFields: ['exports'],
      conditionNames: ['react-server', 'import', 'require', 'node', 'default', 'types'],
      extensions: ['.ts', '.tsx', '.d.ts', '.mts', '.d.mts', '.mjs', '.js', '.cjs', '.css', '.json'],
      mainFields: ['module', 'main', 'types'],
    },
  },
}
