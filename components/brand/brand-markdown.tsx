import type { ComponentProps, ReactNode } from 'react'
import Markdown from 'react-markdown'

const ALLOWED = ['p', 'strong', 'em', 'a', 'ul', 'ol', 'li', 'br', 'h1', 'h2', 'h3', 'blockquote']
const ALLOWED_URL = /^(?:https:\/\/|mailto:|tel:)/i
/** The page already has its headings. */
const COMPONENTS = { a: MarkdownLink, h1: 'p', h2: 'p', h3: 'p' } as const

/**
 * Markdown text written by a reseller. HTML and images are dropped, and links may only lead to https, mail or
 * telephone.
 */
export function BrandMarkdown({ text }: { text: string }): ReactNode {
  if (text === '') return null
  return (
    <div className="space-y-2 text-sm text-ink-soft [&_ol]:list-decimal [&_ol]:pl-4 [&_ul]:list-disc [&_ul]:pl-4">
      <Markdown
        skipHtml
        unwrapDisallowed
        allowedElements={ALLOWED}
        urlTransform={allowedUrl}
        components={COMPONENTS}
      >
        {text}
      </Markdown>
    </div>
  )
}

function allowedUrl(url: string): string {
  return ALLOWED_URL.test(url) ? url : ''
}

function MarkdownLink({ href, children }: ComponentProps<'a'>): ReactNode {
  if (href === undefined || href === '') return <span>{children}</span>
  return (
    <a
      href={href}
      rel="noopener noreferrer nofollow"
      className="text-accent-ink underline underline-offset-2"
    >
      {children}
    </a>
  )
}
