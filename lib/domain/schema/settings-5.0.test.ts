import { describe } from 'vitest'
import { settingsStories } from './test-settings.ts'

describe('all that can be set, by the schema of Kazoo 5.0', () => settingsStories('5.0'))
