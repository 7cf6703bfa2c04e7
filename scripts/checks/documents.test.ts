import { expect, test } from 'vitest'
import { citationFaults } from './citations.ts'
import { decisionRecordFaults } from './decision-records.ts'
import { docLinkFaults } from './doc-links.ts'
import type { Source } from './sources.ts'

const RECORD =
  '# 259. Keep ids\n\nDate: 2026-12-01\n\nStatus: accepted\n\n## Context\n\n## Decision\n\n## Consequences\n'
const INDEX = '# Decisions\n\n| 259 | [Keep ids](259-keep-ids.md) | accepted |\n'
const TREE: readonly Source[] = [
  {
    path: 'README.md',
    text: 'See [security](docs/security.md#the-rows) and `lib/errors.ts`, `errors.ts`, `lib/*.ts`, `lib/`.',
  },
  { path: 'docs/security.md', text: '# Security\n\n## The rows\n\n1. One.\n2. Two, unlike row 1.\n' },
  { path: 'docs/kazoo.md', text: '# Kazoo\n\n## 4. Errors\n\nSee section 4.1.\n\n### 4.1 Paths\n' },
  { path: 'docs/decisions/README.md', text: INDEX },
  { path: 'docs/decisions/259-keep-ids.md', text: RECORD },
  {
    path: 'lib/errors.ts',
    text: [
      '// docs/security.md row 1 and row 2, docs/kazoo.md section 4 and section 4.1; decision 259; RFC 9110 section',
      '// 8.3; see docs/security.md.',
      "test('security rows 1 and 2: all is well', () => {})",
      "test('row 7 of a table', () => {})",
    ].join('\n'),
  },
  { path: 'app/globals.css', text: '/* decision\n * 259 */' },
]

function planted(path: string, text: string): Source[] {
  return [...TREE.filter((file) => file.path !== path), { path, text }]
}

test('a valid tree has no faults', () => {
  expect(citationFaults(TREE)).toEqual([])
  expect(decisionRecordFaults(TREE)).toEqual([])
  expect(docLinkFaults(TREE)).toEqual([])
})

test.each([
  ['a missing row', 'lib/a.ts', '// docs/security.md row 27', 'cites row 27'],
  ['a missing row, in a test', 'lib/a.test.ts', "test('security rows 1 and 30: x')", 'cites row 30'],
  ['a missing row, in the document itself', 'docs/security.md', '1. One.\n2. As row 3.\n', 'cites row 3 '],
  ['a row without its document', 'lib/a.ts', '/** It holds\n * row 1. */', "say 'docs/security.md row 1'"],
  ['a missing section', 'lib/a.ts', '// docs/kazoo.md section 4 and section 4.9', 'cites section 4.9'],
  ['a missing section, over two lines', 'lib/a.ts', '/**\n * docs/kazoo.md section\n * 40 */', 'section 40'],
  [
    'a missing section, in the document itself',
    'docs/kazoo.md',
    '## 4. A\n\n### 4.1 B\n\nSection 5.',
    'section 5',
  ],
  ['a section without its document', 'lib/a.ts', '// As section 4 says.', "say 'docs/kazoo.md section 4'"],
  [
    'a section without its document, in a document',
    'docs/glossary.md',
    'As section 4 says.',
    "say 'docs/kazoo.md section 4'",
  ],
  ['a missing decision', 'lib/a.ts', '// Why: decisions 259 and 260.', 'decision 260'],
  ['a missing decision, in a style sheet', 'app/a.css', '/* decision 260 */', 'decision 260'],
  [
    'a missing decision, in another decision',
    'docs/decisions/259-keep-ids.md',
    `${RECORD}decision 300`,
    'decision 300',
  ],
  ['a decision by its path', 'lib/a.ts', '// docs/decisions/259-keep-ids.md', "say 'decision 259'"],
  ['a document outside the repository', 'lib/a.ts', '// As vocabulary.md says.', 'names vocabulary.md'],
])('the check of citations reports %s', (_what, path, text, says) => {
  const faults = citationFaults(planted(path, text))
  expect(faults).toEqual([{ path, says: expect.stringContaining(says) }])
})

test.each([
  ['a name without a number', 'docs/decisions/keep.md', RECORD, 'is not named'],
  [
    'another number in the title',
    'docs/decisions/259-keep-ids.md',
    RECORD.replace('259', '258'),
    "'# 259. '",
  ],
  ['another title', 'docs/decisions/259-keep-ids.md', RECORD.replace('ids', 'all'), 'has another title'],
  ['no date', 'docs/decisions/259-keep-ids.md', RECORD.replace('Date', 'On'), 'has no line `Date'],
  ['no status', 'docs/decisions/259-keep-ids.md', RECORD.replace('accepted', 'good'), 'has no line `Status'],
  [
    'a status that names a missing record',
    'docs/decisions/259-keep-ids.md',
    RECORD.replace('accepted', 'superseded by 300'),
    'names 300',
  ],
  [
    'no consequences',
    'docs/decisions/259-keep-ids.md',
    RECORD.replace('## Consequences', ''),
    'has the sections',
  ],
  [
    'a gap',
    'docs/decisions/261-keep-all.md',
    RECORD.replaceAll('259', '261').replace('ids', 'all'),
    'has no number 260',
  ],
  [
    'a number given twice',
    'docs/decisions/259-keep-all.md',
    RECORD.replace('ids', 'all'),
    'has number 259 twice',
  ],
  ['an index that leaves one out', 'docs/decisions/README.md', '# Decisions\n', '0 times, and not once'],
  ['an index that lists one twice', 'docs/decisions/README.md', INDEX.repeat(2), '2 times, and not once'],
  [
    'an index with another title',
    'docs/decisions/README.md',
    INDEX.replace('Keep ids', 'Keep'),
    'another number, title or status',
  ],
  [
    'an index with another status',
    'docs/decisions/README.md',
    INDEX.replace('accepted', 'superseded by 259'),
    'another number, title or status',
  ],
  [
    'an index with a missing record',
    'docs/decisions/README.md',
    `${INDEX}| 260 | [No](260-no.md) | accepted |`,
    'lists 260-no.md',
  ],
])('the check of decision records reports %s', (_what, path, text, says) => {
  const faults = decisionRecordFaults(planted(path, text))
  expect(faults.map((fault) => fault.says)).toContainEqual(expect.stringContaining(says))
})

test.each([
  ['a link to no file', 'CONTRIBUTING.md', '[a](docs/none.md)', 'links to docs/none.md'],
  ['a link from a folder', 'docs/a.md', '[a](docs/security.md)', 'links to docs/security.md'],
  ['a link to no heading', 'README.md', '[a](docs/security.md#nothing)', 'links to docs/security.md#nothing'],
  ['a missing image', 'README.md', '![a](docs/screens/a.png)', 'links to docs/screens/a.png'],
  ['a link in the index of decisions', 'docs/decisions/README.md', '[a](300-x.md)', 'links to 300-x.md'],
  ['a missing file', 'docs/a.md', 'See `lib/gone.ts`.', 'names lib/gone.ts'],
  ['a partial path that no file has', 'README.md', 'See `b/errors.ts`.', 'names b/errors.ts'],
  ['a pattern without files', 'README.md', 'See `lib/*-input.ts`.', 'names lib/*-input.ts'],
  ['a missing folder', 'CONTRIBUTING.md', 'See `lib/words/`.', 'names lib/words/'],
])('the check of links reports %s', (_what, path, text, says) => {
  const faults = docLinkFaults(planted(path, text))
  expect(faults).toEqual([{ path, says: expect.stringContaining(says) }])
})
