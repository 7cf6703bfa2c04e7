'use client'
import { useState, type ReactNode } from 'react'
import { Progress } from '../ui/progress.tsx'
import { Steps } from '../ui/steps.tsx'
import type { Samples } from './samples.ts'

function Cancellable(): ReactNode {
  const [cancelled, setCancelled] = useState(false)
  return cancelled ? (
    <p className="text-sm">The import was ended.</p>
  ) : (
    <Progress
      label="Import"
      share={312 / 2031}
      status="312 of 2,031 devices"
      onCancel={() => setCancelled(true)}
    />
  )
}

export const progress: Samples = {
  Progress: () => (
    <div className="space-y-4">
      <Progress label="Rebooting phones" share={0.42} />
      <Cancellable />
      <Progress label="Looking for accounts" share={null} />
      <Progress label="Done" share={1} />
    </div>
  ),
  Steps: () => (
    <div className="space-y-6">
      <Steps
        label="Activation"
        steps={[
          { title: 'Account', state: 'done' },
          { title: 'Users', about: '4 invited', state: 'done' },
          { title: 'Devices', about: 'three of twelve', state: 'now' },
          { title: 'Numbers', state: 'ahead' },
        ]}
      />
      <Steps
        label="Import"
        steps={[
          { title: 'Read the file', state: 'done' },
          { title: 'Create devices', about: 'Line 312 has no name.', state: 'failed' },
          { title: 'Send the e-mails', state: 'ahead' },
        ]}
      />
    </div>
  ),
}
