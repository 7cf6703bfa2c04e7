export { default, generateMetadata } from '../../../../../../(portal)/accounts/[account]/devices/new/page.tsx'
