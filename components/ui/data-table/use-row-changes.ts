'use client'
import { unstable_rethrow } from 'next/navigation'
import { useTranslations } from 'next-intl'
import { useOptimistic, useTransition } from 'react'
import { idle, type FormAction } from '../../../lib/views/form.ts'
import { actionFailure } from '../action-failure.ts'
import { useFeedback } from '../feedback-context.ts'
import { useToasts } from '../use-toasts.ts'

type Changes<Row> = ReadonlyMap<string, Partial<Row>>

type Change<Row, Field extends string> = {
  row: Row
  /** What is shown until it is saved. */
  shown: Partial<Row>
  action: FormAction<Field>
  fields: Partial<Record<Field, string>>
  /** The title of the message if it is not saved; Kazoo's reason is below it. */
  failed: string
}

const NONE = new Map<string, never>()

/** Changes rows at once and confirms it in a toast, or changes them back and says why. */
export function useRowChanges<Row extends { id: string }>() {
  const t = useTranslations('form')
  const confirm = useFeedback()
  const toasts = useToasts()
  const [, startTransition] = useTransition()
  const [changes, show] = useOptimistic<Changes<Row>, readonly [string, Partial<Row>]>(
    NONE,
    (all, [id, shown]) => new Map(all).set(id, { ...all.get(id), ...shown }),
  )

  function change<Field extends string>({ row, shown, action, fields, failed }: Change<Row, Field>): void {
    const refuse = (description: string) => toasts.add({ title: failed, description, tone: 'error' })
    startTransition(async () => {
      show([row.id, shown])
      try {
        const state = await action(idle, formOf(fields))
        if (state.status === 'saved') confirm?.(state)
        if (state.status === 'rejected')
          refuse(Object.values<string | undefined>(state.fields)[0] ?? state.message)
      } catch (fault) {
        unstable_rethrow(fault)
        refuse(actionFailure(fault, t).message)
      }
    })
  }

  const shown = (rows: Row[]): Row[] =>
    changes.size === 0 ? rows : rows.map((row) => Object.assign({}, row, changes.get(row.id)))

  return { change, shown }
}

function formOf(fields: Readonly<Record<string, string | undefined>>): FormData {
  const form = new FormData()
  for (const [name, value] of Object.entries(fields)) form.set(name, value ?? '')
  return form
}
