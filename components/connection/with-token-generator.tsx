'use client'
import { useRef, type ReactNode } from 'react'
import { fillTokenField, TokenGenerator } from '../trial/token-generator.tsx'
import { Panel } from '../ui/panel.tsx'

/** A form with the token generator beside it, which can fill its token field. */
export function WithTokenGenerator({ children }: { children: ReactNode }): ReactNode {
  const page = useRef<HTMLDivElement>(null)
  return (
    <div ref={page} className="grid items-start gap-5 lg:grid-cols-[minmax(0,1fr)_21rem]">
      <Panel className="sm:p-6">{children}</Panel>
      <Panel>
        <TokenGenerator onUse={(token) => fillTokenField(page.current, token)} />
      </Panel>
    </div>
  )
}
