import { describe } from 'vitest'
import { stories } from './test-stories.ts'

describe('people on Kazoo 4.3', () => stories('4.3'))
