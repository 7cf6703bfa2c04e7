// Renders a mail: the brand at the top, the sentences, one button, and why it was sent. Everything is text to
// React, so names stay names.
import 'server-only'
import {
  Body,
  Button,
  Container,
  Head,
  Heading,
  Hr,
  Html,
  Img,
  Link,
  Preview,
  Text,
} from '@react-email/components'
import type { ReactNode } from 'react'
import { LOGO } from './logo.ts'

/**
 * The brand of a mail: a fill with the colour that is readable on it, a text colour on white, and the size of
 * the logo that is attached as `LOGO`, so that nothing is loaded from anywhere.
 */
export type MailBrand = {
  name: string
  colour: string
  onColour: string
  ink: string
  logo: { width: number; height: number } | null
}

/** A logo is drawn at double density. */
const DENSITY = 2

/** A whole mail, translated; `action` leads to an address. */
export type MailPage = {
  language: string
  brand: MailBrand
  subject: string
  greeting: string
  before: readonly string[]
  action: { label: string; href: string; copy: string } | null
  after: readonly string[]
  footer: string
}

const FONT = 'system-ui, -apple-system, "Segoe UI", Roboto, Helvetica, Arial, sans-serif'
const INK = '#1c2529'
const FAINT = '#56646b'
const paragraph = { color: INK, fontSize: '16px', lineHeight: '25px', margin: '0 0 16px' }
const small = { color: FAINT, fontSize: '13px', lineHeight: '20px', margin: '0 0 12px' }

/**
 * The mail in HTML that mail programs of the last fifteen years show alike: tables and inline styles, nothing
 * loaded from anywhere.
 */
export function MailFrame(page: MailPage): ReactNode {
  const { brand, action } = page
  return (
    <Html lang={page.language}>
      <Head>
        <title>{page.subject}</title>
        <meta name="color-scheme" content="light" />
      </Head>
      <Preview>{page.before[0] ?? page.subject}</Preview>
      <Body style={{ backgroundColor: '#f2f5f6', fontFamily: FONT, margin: 0, padding: '24px 12px' }}>
        <Container
          style={{
            backgroundColor: '#ffffff',
            borderTop: `4px solid ${brand.colour}`,
            maxWidth: '560px',
            padding: '28px 32px',
          }}
        >
          {brand.logo === null ? (
            <Text style={{ ...paragraph, color: brand.ink, fontWeight: 600 }}>{brand.name}</Text>
          ) : (
            <Img
              src={`cid:${LOGO}`}
              alt={brand.name}
              width={Math.round(brand.logo.width / DENSITY)}
              height={Math.round(brand.logo.height / DENSITY)}
              style={{ marginBottom: '20px' }}
            />
          )}
          <Heading as="h1" style={{ color: INK, fontSize: '22px', lineHeight: '30px', margin: '0 0 20px' }}>
            {page.subject}
          </Heading>
          <Text style={paragraph}>{page.greeting}</Text>
          {page.before.map((text) => (
            <Text key={text} style={paragraph}>
              {text}
            </Text>
          ))}
          {action === null ? null : (
            <>
              <Button
                href={action.href}
                style={{
                  backgroundColor: brand.colour,
                  borderRadius: '6px',
                  color: brand.onColour,
                  fontSize: '16px',
                  fontWeight: 600,
                  margin: '4px 0 20px',
                  padding: '12px 20px',
                }}
              >
                {action.label}
              </Button>
              <Text style={small}>
                {action.copy}
                <br />
                <Link href={action.href} style={{ color: brand.ink, wordBreak: 'break-all' }}>
                  {action.href}
                </Link>
              </Text>
            </>
          )}
          {page.after.map((text) => (
            <Text key={text} style={paragraph}>
              {text}
            </Text>
          ))}
          <Hr style={{ borderColor: '#d9e0e3', margin: '20px 0 16px' }} />
          <Text style={small}>{page.footer}</Text>
        </Container>
      </Body>
    </Html>
  )
}
