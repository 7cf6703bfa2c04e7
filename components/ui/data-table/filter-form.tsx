import { useTranslations } from 'next-intl'
import type { ReactNode } from 'react'
import type { FilterChoice, ListQuery } from '../../../lib/views/list.ts'
import { buttonClass } from '../button-class.ts'
import type { ListFilter } from './list-filter.ts'

type Props = {
  filters: readonly ListFilter[]
  choices: Readonly<Record<string, readonly FilterChoice[]>>
  query: ListQuery
  defaultSort: string
}

/** The filters as a form, where there is no script for their menu. */
export function FilterForm({ filters, choices, query, defaultSort }: Props): ReactNode {
  const t = useTranslations('table')
  return (
    <form className="flex flex-wrap gap-2">
      {query.text !== '' && <input type="hidden" name="q" value={query.text} />}
      {query.sort !== defaultSort && <input type="hidden" name="sort" value={query.sort} />}
      {query.descending && <input type="hidden" name="dir" value="desc" />}
      {filters.map(({ name, title, labelOf }) => (
        <select
          key={name}
          name={name}
          aria-label={title}
          defaultValue={query.filters[name]}
          className="input w-auto"
        >
          <option value="">{title}</option>
          {(choices[name] ?? []).map(({ value }) => (
            <option key={value} value={value}>
              {labelOf(value)}
            </option>
          ))}
        </select>
      ))}
      <button type="submit" className={buttonClass()}>
        {t('filter')}
      </button>
    </form>
  )
}
