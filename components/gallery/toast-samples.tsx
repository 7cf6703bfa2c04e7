'use client'
import { useState, type ReactNode } from 'react'
import { Button } from '../ui/button.tsx'
import { useToasts } from '../ui/use-toasts.ts'
import type { Samples } from './samples.ts'

function ToastButtons(): ReactNode {
  const { add } = useToasts()
  const [devices, setDevices] = useState(12)
  function remove() {
    setDevices(devices - 1)
    add({
      title: 'Reception was removed',
      tone: 'success',
      action: { label: 'Undo', run: () => setDevices(devices) },
    })
  }
  return (
    <>
      <div className="flex flex-wrap items-center gap-2">
        <Button onClick={remove}>Remove Reception</Button>
        <output className="text-sm">{devices} devices</output>
        <Button onClick={() => add({ title: 'The link was copied' })}>Say something</Button>
        <Button
          onClick={() =>
            add({
              title: 'Two phones didn’t reboot',
              description: 'They have not registered since yesterday.',
              tone: 'warning',
            })
          }
        >
          Warn
        </Button>
        <Button
          onClick={() =>
            add({ title: 'Kazoo isn’t responding', description: 'Nothing was saved.', tone: 'error' })
          }
        >
          Fail
        </Button>
      </div>
    </>
  )
}

export const toasts: Samples = { 'Said at the edge': ToastButtons }
