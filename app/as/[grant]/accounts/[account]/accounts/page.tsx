export { default, generateMetadata } from '../../../../../(portal)/accounts/[account]/accounts/page.tsx'
