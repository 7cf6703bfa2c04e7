// Browsers with their own cookies, as Next would pass them to an action. To be imported before anything of
// Next.
import 'next/dist/server/node-environment-baseline.js'
import { workAsyncStorage } from 'next/dist/server/app-render/work-async-storage.external.js'
import { workUnitAsyncStorage } from 'next/dist/server/app-render/work-unit-async-storage.external.js'
import { RequestCookiesAdapter } from 'next/dist/server/web/spec-extension/adapters/request-cookies.js'
import { RequestCookies, ResponseCookies } from 'next/dist/server/web/spec-extension/cookies.js'
import { env } from '../lib/env.ts'
import { newReference, requestStore } from '../lib/session/request.ts'

type Work = NonNullable<ReturnType<typeof workAsyncStorage.getStore>>
type Unit = NonNullable<ReturnType<typeof workUnitAsyncStorage.getStore>>

const AGENT = 'Mozilla/5.0 (Windows NT 10.0; Win64; x64; rv:140.0) Gecko/20100101 Firefox/140.0'

/** A browser at `address`: code that runs in it reads and writes its cookies. */
export class TestBrowser {
  readonly jar = new Map<string, string>()
  readonly address: string
  readonly agent: string
  /** The host of its requests; null: the portal's own. */
  host: string | null = null
  /** The path of its current page. */
  path = ''
  /** Its headers besides the cookies. */
  headers: Readonly<Record<string, string>> = {}
  constructor(address = '192.0.2.1', agent = AGENT) {
    this.address = address
    this.agent = agent
  }

  /** One request: `work` is the body of an action. */
  async run<T>(work: () => Promise<T>): Promise<T> {
    const headers = new Headers({
      ...this.headers,
      cookie: [...this.jar].map(([name, value]) => `${name}=${value}`).join('; '),
    })
    const mutable = new ResponseCookies(new Headers())
    for (const [name, value] of this.jar) mutable.set(name, value)
    // The few fields of Next's own stores that `cookies()` and `headers()` read.
    const page = { route: '/test', forceStatic: false, dynamicShouldError: false }
    const unit = {
      type: 'request',
      phase: 'action',
      cookies: RequestCookiesAdapter.seal(new RequestCookies(headers)),
      userspaceMutableCookies: mutable,
      mutableCookies: mutable,
      headers,
    }
    const facts = {
      reference: newReference(),
      address: this.address,
      agent: this.agent,
      host: this.host ?? new URL(env().portalOrigin).host,
      path: this.path,
      setStatus: () => undefined,
    }
    if (!isWork(page) || !isUnit(unit)) throw new Error('these are no stores of Next')
    try {
      return await requestStore().run(facts, () =>
        workAsyncStorage.run(page, () => workUnitAsyncStorage.run(unit, work)),
      )
    } finally {
      this.jar.clear()
      for (const { name, value } of mutable.getAll()) if (value !== '') this.jar.set(name, value)
    }
  }
}

function isWork(part: object): part is Work {
  return 'route' in part
}

function isUnit(part: object): part is Unit {
  return 'type' in part
}
