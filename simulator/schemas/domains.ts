// Schema `domains` of Kazoo 4.3: keys, types, bounds and defaults.
import { obj, ref } from './define.ts'

export const domains = {
  properties: {
    A: obj({}),
    CNAME: ref('domain_hosts', { type: 'object' }),
    MX: obj({}),
    NAPTR: obj({}),
    SRV: obj({}),
    TXT: obj({}),
  },
}
