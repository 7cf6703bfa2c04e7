// Schema `endpoint.media` of Kazoo 4.3: keys, types, bounds and defaults.
import { arr, bool, int, obj, oneOfText } from './define.ts'

export const endpointMedia = obj({
  audio: obj(
    {
      codecs: arr(
        oneOfText([
          'OPUS',
          'CELT@32000h',
          'G7221@32000h',
          'G7221@16000h',
          'G722',
          'speex@32000h',
          'speex@16000h',
          'PCMU',
          'PCMA',
          'G729',
          'GSM',
          'CELT@48000h',
          'CELT@64000h',
          'G722_16',
          'G722_32',
          'CELT_48',
          'CELT_64',
          'Speex',
          'speex',
        ]),
        { uniqueItems: true },
      ),
    },
    { default: {} },
  ),
  bypass_media: { enum: [true, false, 'auto'], type: ['boolean', 'string'] },
  encryption: obj(
    {
      enforce_security: bool(false),
      methods: arr(oneOfText(['zrtp', 'srtp']), { default: [] }),
    },
    { default: {} },
  ),
  fax_option: bool(),
  ignore_early_media: bool(),
  progress_timeout: int(),
  video: obj(
    {
      codecs: arr(oneOfText(['H261', 'H263', 'H264', 'VP8']), { default: [], uniqueItems: true }),
    },
    { default: {} },
  ),
})
