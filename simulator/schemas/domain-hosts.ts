// Schema `domain_hosts` of Kazoo 4.3: keys, types, bounds and defaults.
import { arr, obj, str } from './define.ts'

export const domainHosts = {
  additionalProperties: false,
  patternProperties: {
    '.*[\\{]{2}domain[\\}]{2}.*': obj(
      {
        mapping: arr(str(), { minItems: 1 }),
        name: str(),
      },
      { required: ['mapping', 'name'] },
    ),
  },
}
