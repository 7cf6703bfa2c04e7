import { line } from './support/line.ts'
import { onboarding } from './support/onboarding.ts'

line('4.3')
onboarding('4.3', 'SHA-1')
