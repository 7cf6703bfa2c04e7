import { useFormatter, useTranslations } from 'next-intl'
import type { AuditQuery } from '../../lib/views/audit.ts'
import { daysBefore } from '../../lib/views/audit-day.ts'

type Range = Pick<AuditQuery, 'from' | 'to'>
export type DayPreset = 'today' | 'yesterday' | 'week'

/** The days of a preset. `today` is the reader's day; days are `yyyy-mm-dd`. */
export function presetRange(preset: DayPreset, today: string): Range {
  const from = daysBefore(today, { today: 0, yesterday: 1, week: 6 }[preset])
  return { from, to: preset === 'week' ? today : from }
}

/** The preset of exactly these days, or null. */
export function presetOf({ from, to }: Range, today: string): DayPreset | null {
  const presets: readonly DayPreset[] = ['today', 'yesterday', 'week']
  const same = (preset: DayPreset) => {
    const range = presetRange(preset, today)
    return range.from === from && range.to === to
  }
  return presets.find(same) ?? null
}

/** The heading of a day: "Today", "Yesterday", "Tuesday, 1 December", in another year with the year. */
export function useDayHeading(today: string): (day: string) => string {
  const t = useTranslations('audit.filter')
  const format = useFormatter()
  return (day) => {
    if (day === today) return t('today')
    if (day === daysBefore(today, 1)) return t('yesterday')
    const year = day.slice(0, 4) === today.slice(0, 4) ? {} : ({ year: 'numeric' } as const)
    return format.dateTime(noonOf(day), {
      weekday: 'long',
      day: 'numeric',
      month: 'long',
      ...year,
      timeZone: 'UTC',
    })
  }
}

/** A range of days in words. */
export function useRangeLabel(today: string): (range: Range) => string {
  const t = useTranslations('audit.filter')
  const format = useFormatter()
  const dayLabel = (day: string) => format.dateTime(noonOf(day), { dateStyle: 'medium', timeZone: 'UTC' })
  return (range) => {
    const preset = presetOf(range, today)
    const [from, to] = [range.from && dayLabel(range.from), range.to && dayLabel(range.to)]
    if (preset !== null) return t(preset)
    if (from === to) return from
    if (to === '') return t('since', { from })
    return from === '' ? t('until', { to }) : t('between', { from, to })
  }
}

/** An instant that is on this day in UTC. */
function noonOf(day: string): Date {
  return new Date(`${day}T12:00:00Z`)
}
