export { default, generateMetadata } from '../../../../../(portal)/accounts/[account]/users/page.tsx'
