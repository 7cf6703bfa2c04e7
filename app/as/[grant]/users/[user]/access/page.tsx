export { default, generateMetadata } from '../../../../../(portal)/users/[user]/access/page.tsx'
