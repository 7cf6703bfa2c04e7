import { describe } from 'vitest'
import { sharedSpecs } from './test-stories.ts'

describe('people on Kazoo 5.0', () => sharedSpecs('5.0'))
