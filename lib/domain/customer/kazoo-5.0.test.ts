import { describe } from 'vitest'
import { stories } from './test-stories.ts'

describe('customers on Kazoo 5.0', () => stories('5.0'))
