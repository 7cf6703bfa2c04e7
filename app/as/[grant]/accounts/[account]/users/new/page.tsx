export { default, generateMetadata } from '../../../../../../(portal)/accounts/[account]/users/new/page.tsx'
