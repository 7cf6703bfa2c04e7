import { describe } from 'vitest'
import { stories } from './test-stories.ts'

describe('customers on Kazoo 4.3', () => stories('4.3'))
