import { describe } from 'vitest'
import { stories } from './test-stories.ts'

describe('a reseller on Kazoo 5.0', () => stories('5.0'))
