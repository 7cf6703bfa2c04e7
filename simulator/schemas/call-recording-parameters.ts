// Schema `call_recording.parameters` of Kazoo 4.3: keys, types, bounds and defaults.
import { bool, int, obj, oneOfText, str } from './define.ts'

export const callRecordingParameters = obj(
  {
    enabled: bool(),
    format: oneOfText(['mp3', 'wav']),
    record_min_sec: int(),
    record_on_answer: bool(),
    record_on_bridge: bool(),
    record_sample_rate: int(),
    time_limit: int({ maximum: 10800, minimum: 5 }),
    url: str(undefined, undefined, { format: 'uri', 'kazoo-validation': true }),
  },
  { additionalProperties: false },
)
