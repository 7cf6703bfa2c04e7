// Schema `call_recording.source` of Kazoo 4.3: keys, types, bounds and defaults.
import { obj, ref } from './define.ts'

export const callRecordingSource = obj(
  {
    any: ref('call_recording.parameters'),
    offnet: ref('call_recording.parameters'),
    onnet: ref('call_recording.parameters'),
  },
  { additionalProperties: false },
)
