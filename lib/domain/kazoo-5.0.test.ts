import { describe } from 'vitest'
import { sharedSpecs } from './test-stories.ts'

describe('a reseller on Kazoo 5.0', () => sharedSpecs('5.0'))
