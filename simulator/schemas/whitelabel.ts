// Schema `whitelabel` of Kazoo 4.3: keys, types, bounds and defaults.
import { arr, bool, obj, ref, str } from './define.ts'

export const whitelabel = obj({
  company_name: str(),
  domain: str(undefined, undefined, { format: 'uri' }),
  fake_api_url: str(undefined, undefined, { format: 'uri' }),
  hide_credits: bool(false),
  hide_powered: bool(false),
  hide_registration: bool(false),
  inbound_trunks_price: str(),
  nav: obj({
    help: str(undefined, undefined, { format: 'uri' }),
    learn_more: str(undefined, undefined, { format: 'uri' }),
  }),
  outbound_trunks_price: str(),
  port: obj({
    authority: { oneOf: [str(), arr(str())] },
    features: str(undefined, undefined, { format: 'uri' }),
    loa: str(undefined, undefined, { format: 'uri' }),
    resporg: str(undefined, undefined, { format: 'uri' }),
    support_email: str(undefined, undefined, { format: 'email' }),
    terms: str(undefined, undefined, { format: 'uri' }),
  }),
  sso_providers: arr(ref('sso_provider')),
  twoway_trunks_price: str(),
})
