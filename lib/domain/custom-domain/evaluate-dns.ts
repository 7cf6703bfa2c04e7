// Evaluates DNS answers record by record, and whether together they prove that a host belongs to its claimant
// and points here.
import 'server-only'
import ipaddr from 'ipaddr.js'
import { env } from '../../env.ts'
import { lookUp, lookUpText, systemResolvers, type Answer, type HostAnswers } from '../../dns/look-up.ts'
import type { DomainProblem, RecordLine, RecordStatus, RecordType } from '../../views/custom-domain.ts'
import { proofNameOf } from './host.ts'

/** `good`: address and proof are right; `bad`: DNS has other records; `silent`: no usable answer. */
export type Outcome = 'good' | 'bad' | 'silent'
export type DnsFindings = { lines: readonly RecordLine[]; outcome: Outcome; problem: DomainProblem | null }

/**
 * Checks a host with one of the resolvers, in turn, so that two checks in a row use two resolvers, if there
 * are two. Never throws.
 */
export async function lookUpDns(claim: {
  host: string
  proof: string
  checks: number
}): Promise<DnsFindings> {
  const answers = await lookUp(resolverOf(claim.checks), claim.host, proofNameOf(claim.host))
  return evaluateDns(claim, answers)
}

/** The same for a mail domain, which its TXT record alone proves. */
export async function lookUpProof(claim: {
  domain: string
  proof: string
  checks: number
}): Promise<DnsFindings> {
  const name = proofNameOf(claim.domain)
  const answer = await lookUpText(resolverOf(claim.checks), name)
  const txt = line('TXT', name, answer, proofStanding(claim.proof, answer))
  const proved = outcomeOf([txt])
  return { lines: [txt], outcome: proved, problem: problemOf('good', proved) }
}

function resolverOf(checks: number): string {
  const set = env().dnsServers
  const resolvers = set.length > 0 ? set : systemResolvers()
  return resolvers[checks % Math.max(1, resolvers.length)] ?? '127.0.0.1'
}

/** The findings for these answers. */
export function evaluateDns(
  { host, proof }: { host: string; proof: string },
  answers: HostAnswers,
): DnsFindings {
  const addressLines = addressLinesOf(host, answers)
  const txt = line('TXT', proofNameOf(host), answers.txt, proofStanding(proof, answers.txt))
  const address = outcomeOf(addressLines)
  const proved = proof === '' ? 'good' : outcomeOf([txt])
  const outcome = address === 'bad' || proved === 'bad' ? 'bad' : address === 'silent' ? address : proved
  return {
    lines: proof === '' ? addressLines : [...addressLines, txt],
    outcome,
    problem: problemOf(address, proved),
  }
}

function addressLinesOf(host: string, { chain, a, aaaa }: HostAnswers): RecordLine[] {
  const own = new URL(env().portalOrigin).hostname
  const ours = new Set(env().publicAddresses.map(canonical))
  const pointsToUs = (answer: Answer) =>
    answer.kind === 'found' && answer.values.every((at) => ours.has(canonical(at)))
  const alias = chain?.includes(own) ?? false
  const status = (answer: Answer, needed: boolean): RecordStatus => {
    if (answer.kind === 'silent') return 'silent'
    if (answer.kind === 'none') return needed ? 'missing' : 'free'
    return alias || pointsToUs(answer) ? 'right' : 'wrong'
  }
  const lines = [
    line('A', host, a, status(a, aaaa.kind !== 'found' && !alias)),
    line('AAAA', host, aaaa, status(aaaa, false)),
  ]
  if (chain === null) return [{ type: 'CNAME', name: host, found: [], status: 'circle' }]
  if (chain.length === 0) return lines
  const pointsHere = alias || lines.some((each) => each.status === 'right')
  return [{ type: 'CNAME', name: host, found: chain, status: pointsHere ? 'right' : 'wrong' }, ...lines]
}

function proofStanding(proof: string, txt: Answer): RecordStatus {
  if (txt.kind !== 'found') return txt.kind === 'none' ? 'missing' : 'silent'
  return txt.values.some((value) => value.trim() === proof) ? 'right' : 'wrong'
}

function line(type: RecordType, name: string, answer: Answer, status: RecordStatus): RecordLine {
  return { type, name, found: answer.kind === 'found' ? answer.values : [], status }
}

function outcomeOf(lines: readonly RecordLine[]): Outcome {
  const all = lines.map(({ status }) => status)
  if (all.some((each) => each === 'wrong' || each === 'missing' || each === 'circle')) return 'bad'
  return all.includes('silent') || !all.includes('right') ? 'silent' : 'good'
}

function problemOf(address: Outcome, proved: Outcome): DomainProblem | null {
  if (address === 'bad') return proved === 'bad' ? 'both' : 'address'
  if (proved === 'bad') return 'proof'
  return address === 'silent' || proved === 'silent' ? 'silent' : null
}

/** One spelling for one address. */
function canonical(address: string): string {
  return ipaddr.isValid(address) ? ipaddr.process(address).toNormalizedString() : ''
}
