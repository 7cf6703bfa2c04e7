import { onboarding } from './support/onboarding.ts'

onboarding('5.0', 'MD5')
