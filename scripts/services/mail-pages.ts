// The two pages of the mail catcher.

export type Mail = {
  n: number
  at: string
  from: string
  to: string[]
  subject: string
  text: string
  html: string
}

/** All mails, newest first. */
export function mailsPage(mails: readonly Mail[]): string {
  const rows = mails
    .toReversed()
    .map(
      (mail) =>
        `<li><a href="/mails/${mail.n}">${escaped(mail.subject || '(no subject)')}</a> to ${escaped(mail.to.join(', '))}, <time>${escaped(mail.at)}</time></li>`,
    )
  return page(
    'Mails',
    rows.length > 0
      ? `<ol reversed>${rows.join('')}</ol>`
      : '<p>No mail yet. What the portal sends arrives here.</p>',
  )
}

/** One mail: its text, and its HTML in a sandboxed frame. */
export function mailPage(mail: Mail): string {
  const html = mail.html
    ? `<iframe sandbox title="The mail's HTML" srcdoc="${escaped(mail.html)}"></iframe>`
    : ''
  return page(
    mail.subject,
    `<p>From ${escaped(mail.from)} to ${escaped(mail.to.join(', '))}, <time>${escaped(mail.at)}</time></p>
<pre>${escaped(mail.text)}</pre>${html}<p><a href="/">All mails</a></p>`,
  )
}

function page(title: string, body: string): string {
  return `<!doctype html><html lang="en"><meta charset="utf-8"><meta name="viewport" content="width=device-width"><title>${escaped(title)}</title>
<style>body{font:16px/1.5 system-ui;max-width:50rem;margin:2rem auto;padding:0 1rem;color-scheme:light dark}pre{white-space:pre-wrap}iframe{width:100%;height:40rem;border:1px solid}</style>
<h1>${escaped(title)}</h1>${body}</html>`
}

function escaped(text: string): string {
  return text.replaceAll(/[&<>"']/g, (sign) => `&#${sign.charCodeAt(0)};`)
}
