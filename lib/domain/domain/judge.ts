// What the answers of DNS mean: record by record, and whether together they prove that a host is its claimant's and points here.
import 'server-only'
import ipaddr from 'ipaddr.js'
import { env } from '../../env.ts'
import { lookUp, systemResolvers, type Answer, type HostAnswers } from '../../dns/look-up.ts'
import type { DomainTrouble, RecordLine, RecordStanding, RecordType } from '../../views/domain.ts'
import { proofNameOf } from './host.ts'

/** `good`: address and proof are right; `bad`: DNS says otherwise; `silent`: it says nothing that counts. */
export type Outcome = 'good' | 'bad' | 'silent'
export type Look = { lines: readonly RecordLine[]; outcome: Outcome; trouble: DomainTrouble | null }

/** One look at a host by one of the resolvers, in turn: two looks in a row are two opinions, where there are two. It never throws. */
export async function lookAt(claim: { host: string; proof: string; looks: number }): Promise<Look> {
  const set = env().dnsServers
  const resolvers = set.length > 0 ? set : systemResolvers()
  const resolver = resolvers[claim.looks % Math.max(1, resolvers.length)] ?? '127.0.0.1'
  return judge(claim, await lookUp(resolver, claim.host, proofNameOf(claim.host)))
}

/** The verdict on these answers. */
export function judge({ host, proof }: { host: string; proof: string }, answers: HostAnswers): Look {
  const addressLines = addressLinesOf(host, answers)
  const txt = line('TXT', proofNameOf(host), answers.txt, proofStanding(proof, answers.txt))
  const address = outcomeOf(addressLines)
  const proved = proof === '' ? 'good' : outcomeOf([txt])
  const outcome = address === 'bad' || proved === 'bad' ? 'bad' : address === 'silent' ? address : proved
  return {
    lines: proof === '' ? addressLines : [...addressLines, txt],
    outcome,
    trouble: troubleOf(address, proved),
  }
}

function addressLinesOf(host: string, { chain, a, aaaa }: HostAnswers): RecordLine[] {
  const own = new URL(env().portalOrigin).hostname
  const ours = new Set(env().publicAddresses.map(canonical))
  const here = (answer: Answer) =>
    answer.kind === 'found' && answer.values.every((at) => ours.has(canonical(at)))
  const alias = chain?.includes(own) ?? false
  const standing = (answer: Answer, needed: boolean): RecordStanding => {
    if (answer.kind === 'silent') return 'silent'
    if (answer.kind === 'none') return needed ? 'missing' : 'free'
    return alias || here(answer) ? 'right' : 'wrong'
  }
  const lines = [
    line('A', host, a, standing(a, aaaa.kind !== 'found' && !alias)),
    line('AAAA', host, aaaa, standing(aaaa, false)),
  ]
  if (chain === null) return [{ type: 'CNAME', name: host, found: [], standing: 'circle' }]
  if (chain.length === 0) return lines
  const pointsHere = alias || lines.some((each) => each.standing === 'right')
  return [{ type: 'CNAME', name: host, found: chain, standing: pointsHere ? 'right' : 'wrong' }, ...lines]
}

function proofStanding(proof: string, txt: Answer): RecordStanding {
  if (txt.kind !== 'found') return txt.kind === 'none' ? 'missing' : 'silent'
  return txt.values.some((value) => value.trim() === proof) ? 'right' : 'wrong'
}

function line(type: RecordType, name: string, answer: Answer, standing: RecordStanding): RecordLine {
  return { type, name, found: answer.kind === 'found' ? answer.values : [], standing }
}

function outcomeOf(lines: readonly RecordLine[]): Outcome {
  const all = lines.map(({ standing }) => standing)
  if (all.some((each) => each === 'wrong' || each === 'missing' || each === 'circle')) return 'bad'
  return all.includes('silent') || !all.includes('right') ? 'silent' : 'good'
}

function troubleOf(address: Outcome, proved: Outcome): DomainTrouble | null {
  if (address === 'bad') return proved === 'bad' ? 'both' : 'address'
  if (proved === 'bad') return 'proof'
  return address === 'silent' || proved === 'silent' ? 'silent' : null
}

/** One spelling for one address. */
function canonical(address: string): string {
  return ipaddr.isValid(address) ? ipaddr.process(address).toNormalizedString() : ''
}
