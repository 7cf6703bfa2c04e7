// The proxy ids that a browser sees: issued for one session, of one kind, and useless elsewhere.

/** New ones go last: stored sessions contain the index. */
export const KINDS = ['account', 'user', 'device', 'cursor', 'vmbox'] as const
export type Kind = (typeof KINDS)[number]

declare const proxy: unique symbol
/** An id that this session issued in place of Kazoo's own. */
export type ProxyId<K extends Kind> = string & { readonly [proxy]: K }

/** The prefix before the 22 characters (128 bits, base64url) of a proxy id. */
export const PREFIX = {
  account: 'acc_',
  user: 'usr_',
  device: 'dev_',
  cursor: 'cur_',
  vmbox: 'vmb_',
} as const satisfies Record<Kind, string>

const BODY = /^[A-Za-z0-9_-]{21}[AQgw]$/

/** `text` as a proxy id of `kind`, or null when it has another form. Does not check whether it was issued. */
export function proxyId<K extends Kind>(kind: K, text: unknown): ProxyId<K> | null {
  return isProxyId(kind, text) ? text : null
}

function isProxyId<K extends Kind>(kind: K, text: unknown): text is ProxyId<K> {
  return (
    typeof text === 'string' && text.startsWith(PREFIX[kind]) && BODY.test(text.slice(PREFIX[kind].length))
  )
}
