// Schema `call_recording` of Kazoo 4.3: keys, types, bounds and defaults.
import { obj, ref } from './define.ts'

export const callRecording = obj(
  {
    any: ref('call_recording.source'),
    inbound: ref('call_recording.source'),
    outbound: ref('call_recording.source'),
  },
  { additionalProperties: false },
)
