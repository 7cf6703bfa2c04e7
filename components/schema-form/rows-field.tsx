'use client'
import { useTranslations } from 'next-intl'
import type { ReactNode } from 'react'
import type { Setting, Table } from '../../lib/views/schema-form.ts'
import { LIST, MAP, tableFormat, type Row, type RowFormat } from '../../lib/views/setting-rows.ts'
import { BackedField } from '../ui/backed-field.tsx'
import { useBackingText } from '../ui/backing-text.ts'
import type { FieldProps } from '../ui/field.tsx'
import { OrderedChoices } from '../ui/ordered-choices.tsx'
import { RowsEditor, type RowsColumn } from '../ui/rows-editor.tsx'
import { useRows } from '../ui/use-rows.ts'
import { EntriesEditor } from './entries-editor.tsx'
import { useJsonFault } from './json-field.tsx'

type Props = FieldProps<string> & { value: string; setting: Setting }

/** A list, a map or a table, edited as rows. */
export function RowsField({ setting, ...field }: Props): ReactNode {
  const t = useTranslations('schema')
  const faultIn = useJsonFault()
  const json = setting.kind === 'json' ? { advanced: t('editJson'), faultIn } : {}
  return (
    <BackedField {...field} {...json}>
      <Editor setting={setting} />
    </BackedField>
  )
}

function Editor({ setting }: { setting: Setting }): ReactNode {
  const t = useTranslations('schema')
  const { kind, label, choices, entries, table } = setting
  const value: RowsColumn = { label: t('column.value'), choices }
  if (kind === 'list' && choices.length > 0) return <ChoicesEditor setting={setting} />
  if (kind === 'list') return <TextRows format={LIST} columns={[{ label, choices: [] }]} />
  if (kind === 'map' && entries.length > 0 && choices.length > 0)
    return <EntriesEditor entries={entries} choices={choices} />
  if (kind === 'map') {
    const columns = [{ label: t('column.name'), choices: [] }, value]
    return <TextRows format={MAP} columns={columns} separator=":" />
  }
  return table && <TableRows table={table} />
}

type RowsProps = {
  format: RowFormat
  columns: readonly RowsColumn[]
  separator?: string
}

function TextRows({ format, columns, separator }: RowsProps): ReactNode {
  const backing = useBackingText()
  const kept = format.read(backing.text)?.kept ?? []
  const [rows, setRows] = useRows<Row>({
    ...backing,
    read: (text) => format.read(text)?.rows ?? [],
    print: (printed) => format.write({ rows: printed, kept }),
  })
  return (
    <RowsEditor
      columns={columns}
      rows={rows}
      onRows={setRows}
      blank={{ cells: columns.map(() => '') }}
      readOnly={backing.readOnly}
      {...(separator !== undefined && { separator })}
    />
  )
}

function TableRows({ table }: { table: Table }): ReactNode {
  const { text } = useBackingText()
  const t = useTranslations('schema')
  const format = tableFormat(table)
  const read = format.read(text)
  if (read === null) return <p className="text-sm text-ink-soft">{t('noRows')}</p>
  const truths = [
    { value: 'true', label: t('yes') },
    { value: 'false', label: t('no') },
  ]
  const columns = table.columns.map(({ label, kind, choices }) => ({
    label,
    choices: kind === 'truth' ? truths : choices,
  }))
  const name = { label: table.name || t('column.name'), choices: [] }
  return (
    <>
      <TextRows format={format} columns={table.keyed ? [name, ...columns] : columns} />
      {read.kept.length > 0 && (
        <p className="mt-1.5 text-xs text-ink-soft wrap-anywhere">
          {t('kept', { names: read.kept.map(([key]) => key).join(', ') })}
        </p>
      )}
    </>
  )
}

function ChoicesEditor({ setting }: { setting: Setting }): ReactNode {
  const backing = useBackingText()
  const [chosen, setChosen] = useRows({
    ...backing,
    read: (text) => (LIST.read(text)?.rows ?? []).map(({ cells: [value = ''] }) => ({ value })),
    print: (rows) => LIST.write({ rows: rows.map(({ value }) => ({ cells: [value] })), kept: [] }),
  })
  return (
    <OrderedChoices
      label={setting.label}
      choices={setting.choices}
      chosen={chosen}
      onChosen={setChosen}
      readOnly={backing.readOnly}
    />
  )
}
