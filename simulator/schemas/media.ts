// Schema `media`, as far as the servers showed it.
import { bool, int, obj, oneOfText, str } from './define.ts'

export const media = obj(
  {
    content_length: int(),
    content_type: str(),
    description: str(undefined, 128),
    language: str(undefined, undefined, { default: 'en-us' }),
    media_source: oneOfText(['recording', 'upload', 'tts'], { default: 'upload' }),
    name: str(1, 128),
    prompt_id: str(),
    source_id: str(32, 32),
    source_type: str(),
    streamable: bool(),
    tts: obj(
      { text: str(1), voice: str(undefined, undefined, { default: 'female/en-US' }) },
      { default: {} },
    ),
  },
  { required: ['name'] },
)
