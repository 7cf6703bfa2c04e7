// A DNS server on loopback with configurable answers over UDP and TCP: right, wrong, slow, none, or once
// only.
import { createSocket } from 'node:dgram'
import { once } from 'node:events'
import { createServer, type Socket } from 'node:net'
import * as dns from 'dns-packet'

/** The answers for a name by record type; `fail`: SERVFAIL; `silent`: no answer. */
export type Zone = {
  A?: readonly string[]
  AAAA?: readonly string[]
  CNAME?: string
  TXT?: readonly string[]
  fail?: boolean
  silent?: boolean
}

export type NameServer = {
  /** For DNS_SERVERS. */
  readonly address: string
  /** The answers by name from now on; other names do not exist. */
  zones: Record<string, Zone>
  /** The next answers about `name` are other ones, as a forger would send. */
  once(name: string, zone: Zone, answers?: number): void
  /** The names that were asked for, with the type. */
  readonly asked: string[]
  /** UDP answers are truncated, so that clients have to retry over TCP. */
  truncated: boolean
  stop(): Promise<void>
}

/** Starts it on a port that UDP and TCP share. */
export async function startNameServer(): Promise<NameServer> {
  const forged = new Map<string, { zone: Zone; left: number }>()
  const server = { zones: {} as Record<string, Zone>, asked: [] as string[], truncated: false }

  const zoneOf = (name: string): Zone | undefined => {
    const forgery = forged.get(name)
    if (forgery === undefined || forgery.left <= 0) return server.zones[name]
    forgery.left -= 1
    return forgery.zone
  }
  const answer = (message: Buffer, udp: boolean): Buffer | null => {
    const query = dns.decode(message)
    const [question] = query.questions ?? []
    if (question === undefined) return null
    const name = question.name.toLowerCase()
    server.asked.push(`${question.type} ${name}`)
    const zone = zoneOf(name)
    if (zone?.silent) return null
    const head = { type: 'response' as const, id: query.id ?? 0, questions: [question] }
    const flags = dns.RECURSION_DESIRED | dns.RECURSION_AVAILABLE
    if (udp && server.truncated)
      return dns.encode({ ...head, flags: flags | dns.TRUNCATED_RESPONSE, answers: [] })
    const rcode = zone === undefined ? 3 : zone.fail ? 2 : 0
    return dns.encode({
      ...head,
      flags: flags | rcode,
      answers: answersOf(question.name, question.type, zone),
    })
  }

  const tcp = createServer((socket) => converse(socket, answer))
  tcp.listen(0, '127.0.0.1')
  await once(tcp, 'listening')
  const bound = tcp.address()
  const port = typeof bound === 'object' && bound !== null ? bound.port : 0
  const udp = createSocket('udp4')
  udp.on('message', (question, from) => {
    const message = answer(question, true)
    if (message !== null) udp.send(message, from.port, from.address)
  })
  udp.bind(port, '127.0.0.1')
  await once(udp, 'listening')
  return Object.assign(server, {
    address: `127.0.0.1:${port}`,
    once: (name: string, zone: Zone, answers = 1) => void forged.set(name, { zone, left: answers }),
    stop: async () => {
      udp.close()
      tcp.close()
      await once(tcp, 'close')
    },
  })
}

function answersOf(name: string, type: string, zone: Zone | undefined): dns.Answer[] {
  if (zone === undefined || zone.fail) return []
  const ttl = 1
  if (zone.CNAME !== undefined) return [{ name, ttl, type: 'CNAME', data: zone.CNAME }]
  if (type === 'A') return (zone.A ?? []).map((data) => ({ name, ttl, type, data }))
  if (type === 'AAAA') return (zone.AAAA ?? []).map((data) => ({ name, ttl, type, data }))
  if (type === 'TXT') return (zone.TXT ?? []).map((data) => ({ name, ttl, type, data }))
  return []
}

/** DNS over TCP: every message after its length, in two bytes (RFC 1035, 4.2.2). */
function converse(socket: Socket, answer: (message: Buffer, udp: boolean) => Buffer | null): void {
  let received = Buffer.alloc(0)
  socket.on('error', () => undefined)
  socket.on('data', (data) => {
    received = Buffer.concat([received, data])
    while (received.length >= 2 && received.length >= received.readUInt16BE(0) + 2) {
      const end = received.readUInt16BE(0) + 2
      const message = answer(received.subarray(2, end), false)
      received = received.subarray(end)
      if (message === null) continue
      const length = Buffer.alloc(2)
      length.writeUInt16BE(message.length)
      socket.write(Buffer.concat([length, message]))
    }
  })
}
