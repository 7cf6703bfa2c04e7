import { line } from './support/line.ts'
import { onboarding } from './support/onboarding.ts'

line('5.0')
onboarding('5.0', 'MD5')
