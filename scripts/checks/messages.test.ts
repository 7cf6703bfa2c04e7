import { describe, expect, test } from 'vitest'
import { bareTextFaults } from './bare-text.ts'
import { unusedMessageFaults } from './unused-messages.ts'

const shown = (markup: string, path = 'components/a.tsx') =>
  bareTextFaults([{ path, text: `export const A = (p) => ${markup}\n` }]).map(({ says }) => says)

describe('words in markup', () => {
  test.each([
    ['text', '<p>Saved</p>', 'Saved'],
    ['text between other markup', '<p><b>{p.x}</b> of them</p>', 'of them'],
    ['a choice', "<p>{p.on ? 'Open' : words('shut')}</p>", 'Open'],
    ['a fallback', "<p>{p.realm || 'none'}</p>", 'none'],
    ['a concatenated sentence', "<p>{p.name + ' is gone'}</p>", 'is gone'],
    ['a template', '<p>{`Hello ${p.name}`}</p>', 'Hello …'],
    ['a label', '<Field label="Name" />', 'Name'],
    ['a title with a name in it', '<Page title={`Edit ${p.name}`} />', 'Edit …'],
    ['an accessible name', '<button aria-label="Close" />', 'Close'],
    ['a placeholder', "<input placeholder={p.a ? 'Search' : ''} />", 'Search'],
  ])('%s are found', (_what, markup, words) => {
    expect(shown(markup)).toEqual([`shows “${words}”; words belong into lib/i18n`])
  })

  test('the title of a page is found', () => {
    const page = { path: 'app/x/page.tsx', text: "export const metadata = { title: 'Devices' }\n" }
    expect(bareTextFaults([page])).toHaveLength(1)
  })

  test.each([
    ['keys', "<p title={words('title')}>{words(p.on ? 'on' : 'off')}</p>"],
    ['conditions', "<p>{p.state === 'saved' && <b>{words('saved')}</b>}</p>"],
    ['classes and roles', '<p className="mt-2 flex" role="alert" type="button" />'],
    ['signs and names', '<p>· {p.at} UTC &nbsp;–</p>'],
    ['technical values', '<input placeholder="Europe/Berlin" />'],
    ['literal input', '<p><code>npm test now</code> <kbd>Shift</kbd></p>'],
  ])('%s are not reported', (_what, markup) => {
    expect(shown(markup)).toEqual([])
  })

  test('the gallery may contain English text, and so may code that is not markup', () => {
    expect(shown('<p>Saved</p>', 'components/gallery/a.tsx')).toEqual([])
    expect(shown('<p>Saved</p>', 'lib/mail/a.tsx')).toEqual([])
  })
})

const english = {
  devices: { title: 'Device', types: { fax: 'Fax', ata: 'Adapter' } },
  messages: { saved: 'Saved.' },
}
const unsaid = (...texts: string[]) =>
  unusedMessageFaults(
    texts.map((text, at) => ({ path: `components/a${at}.tsx`, text })),
    english,
  ).map(({ says }) => says.replace(' is said nowhere', ''))

describe('unused message keys', () => {
  const open = "const t = useTranslations('devices')\n"

  test('a key is used in full, or within a namespace that the file opens, and in no other way', () => {
    expect(unsaid("throw new Rejected({}, 'messages.saved')")).not.toContain('messages.saved')
    expect(unsaid(`${open}t('title')`)).not.toContain('devices.title')
    expect(unsaid("const t = useTranslations('messages')\nt('title')")).toContain('devices.title')
    expect(unsaid("t('title')")).toContain('devices.title')
  })

  test('a template uses the keys whose gaps are words of the sources', () => {
    const asked = `${open}t(\`types.\${type}\`)`
    expect(unsaid(asked, "type Type = 'fax'")).toEqual([
      'devices.title',
      'devices.types.ata',
      'messages.saved',
    ])
    expect(unsaid(asked, "type Type = 'fax' | 'ata'")).not.toContain('devices.types.ata')
    expect(unsaid(`${open}t(\`\${type}\`)`, "type Type = 'fax'")).toContain('devices.types.fax')
  })

  test('a gap, or a key looked up, may be several words that the sources join by dots', () => {
    const asked = "const t = useTranslations('devices')\nt(`${type}.fax`)\nt(known)"
    expect(unsaid(asked, "type Type = 'types'\nconst known = 'types.ata'")).toEqual([
      'devices.title',
      'messages.saved',
    ])
    expect(unsaid("const t = useTranslations('devices')\nt(known)", "['types', 'ata']")).toContain(
      'devices.types.ata',
    )
  })

  test('a key looked up in a namespace of its own is used if its word occurs in the sources', () => {
    const asked = "const t = useTranslations('devices.types')\nt(type)"
    expect(unsaid(asked, "type Type = 'ata'")).toEqual([
      'devices.title',
      'devices.types.fax',
      'messages.saved',
    ])
  })

  test('a translator made with a namespace applies to the files beside it', () => {
    const made = "export const t = createTranslator({ locale, messages, namespace: 'devices' })"
    expect(unsaid(made, "t('title')")).not.toContain('devices.title')
  })

  test('uses in the gallery and in tests do not count', () => {
    const text = `${open}t('title')`
    for (const path of ['components/gallery/a.tsx', 'lib/a.test.ts', 'e2e/a.spec.ts']) {
      expect(unusedMessageFaults([{ path, text }], english)).toHaveLength(4)
    }
  })
})
