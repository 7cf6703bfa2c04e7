import { describe } from 'vitest'
import { settingsStories } from './test-settings.ts'

describe('all that can be set, by the schema of Kazoo 4.3', () => settingsStories('4.3'))
