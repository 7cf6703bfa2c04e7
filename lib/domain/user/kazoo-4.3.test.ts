import { describe } from 'vitest'
import { sharedSpecs } from './test-stories.ts'

describe('people on Kazoo 4.3', () => sharedSpecs('4.3'))
