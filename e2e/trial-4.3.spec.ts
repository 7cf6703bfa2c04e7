import { onboarding } from './support/onboarding.ts'

onboarding('4.3', 'SHA-1')
