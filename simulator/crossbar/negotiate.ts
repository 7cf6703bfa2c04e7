// 406 and 415: which content types the caller accepts, and which it may send.
import type { Call } from './call.ts'
import { bare, refuse } from './refusals.ts'
import type { Route } from './route.ts'

const USUAL = ['application/json', 'application/x-json', 'text/csv']

/** @throws Refusal 406 or 415 with an empty body */
export function negotiate(call: Call, route: Route): void {
  const gives = call.verb === 'GET' ? (route.provides ?? USUAL) : USUAL
  if (!gives.some((type) => acceptable(call.accept, type))) refuse(bare(406))
  const { upload } = call
  if (upload && route.accepts && !route.accepts.includes(upload.type)) refuse(bare(415))
}

function acceptable(accept: string, type: string): boolean {
  return accept.split(',').some((part) => {
    const wanted = part.split(';')[0]?.trim() ?? ''
    return wanted === '*/*' || wanted === '' || wanted === type || wanted === `${type.split('/')[0]}/*`
  })
}
