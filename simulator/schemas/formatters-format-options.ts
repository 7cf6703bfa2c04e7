// Schema `formatters.format_options` of Kazoo 4.3: keys, types, bounds and defaults.
import { bool, obj, oneOfText, str } from './define.ts'

export const formattersFormatOptions = obj({
  direction: oneOfText(['inbound', 'outbound', 'both']),
  match_invite_format: bool(),
  prefix: str(),
  regex: str(undefined, undefined, { format: 'regex' }),
  strip: bool(),
  suffix: str(),
  value: str(),
})
