import { describe } from 'vitest'
import { describeSettings } from './test-settings.ts'

describe('all that can be set, by the schema of Kazoo 4.3', () => describeSettings('4.3'))
