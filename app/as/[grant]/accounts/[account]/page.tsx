export { default, generateMetadata } from '../../../../(portal)/accounts/[account]/page.tsx'
