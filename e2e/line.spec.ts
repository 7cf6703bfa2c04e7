import { line } from './support/line.ts'

line('5.0')
