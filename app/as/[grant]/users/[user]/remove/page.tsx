export { default, generateMetadata } from '../../../../../(portal)/users/[user]/remove/page.tsx'
