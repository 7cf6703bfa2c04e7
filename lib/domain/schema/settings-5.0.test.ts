import { describe } from 'vitest'
import { describeSettings } from './test-settings.ts'

describe('all that can be set, by the schema of Kazoo 5.0', () => describeSettings('5.0'))
