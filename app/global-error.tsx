'use client'
import type { ReactNode } from 'react'
import { fallbackMessages } from '../components/problem/fallback-messages.ts'

/** Shown when the root layout itself fails: no catalogue and no style sheet to rely on. */
export default function GlobalError({ error }: { error: Error & { digest?: string } }): ReactNode {
  const { language, title, next, again, reference } = fallbackMessages()
  return (
    <html lang={language}>
      <body
        style={{
          font: '1rem/1.5 system-ui, sans-serif',
          colorScheme: 'light dark',
          color: 'CanvasText',
          background: 'Canvas',
          maxWidth: '32rem',
          margin: '4rem auto',
          padding: '0 1rem',
        }}
      >
        <title>{title}</title>
        <main>
          <h1 style={{ fontSize: '1.25rem' }}>{title}</h1>
          <p>{next}</p>
          <p>
            <a href="?" style={{ color: 'LinkText' }}>
              {again}
            </a>
          </p>
          {error.digest !== undefined && (
            <p>
              {reference} <code>{error.digest}</code>
            </p>
          )}
        </main>
      </body>
    </html>
  )
}
