import { describe } from 'vitest'
import { stories } from './test-stories.ts'

describe('people on Kazoo 5.0', () => stories('5.0'))
