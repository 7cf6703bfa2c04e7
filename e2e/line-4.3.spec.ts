import { line } from './support/line.ts'

line('4.3')
