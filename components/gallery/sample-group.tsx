'use client'
import type { ReactNode } from 'react'
import { PageHeader } from '../shell/page-header.tsx'
import { FeedbackProvider } from '../ui/feedback-provider.tsx'
import { Panel } from '../ui/panel.tsx'
import { ToastRegion } from '../ui/toast-region.tsx'
import { brands } from './brand-samples.tsx'
import { buttons } from './button-samples.tsx'
import { choices } from './choice-samples.tsx'
import { fields, forms } from './form-samples.tsx'
import { notices } from './notice-samples.tsx'
import { popups } from './popup-samples.tsx'
import { progress } from './progress-samples.tsx'
import { save } from './sample-actions.ts'
import type { Samples } from './samples.ts'
import type { GROUPS } from './screen-names.ts'
import { signs } from './sign-samples.tsx'
import { tables } from './table-samples.tsx'
import { tabs } from './tab-samples.tsx'
import { toasts } from './toast-samples.tsx'

const samples: Record<(typeof GROUPS)[number], Samples> = {
  brands,
  buttons,
  signs,
  notices,
  popups,
  toasts,
  tabs,
  progress,
  fields,
  choices,
  forms,
  tables,
}

/** The samples of one group. */
export function SampleGroup({ name }: { name: (typeof GROUPS)[number] }): ReactNode {
  return (
    <FeedbackProvider undo={save}>
      <main className="mx-auto max-w-4xl space-y-5 px-4 py-8">
        <PageHeader title={name} />
        {Object.entries(samples[name]).map(([title, Sample]) => (
          <Panel key={title} title={title}>
            <Sample />
          </Panel>
        ))}
      </main>
      <ToastRegion />
    </FeedbackProvider>
  )
}
