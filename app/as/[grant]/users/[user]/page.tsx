export { default, generateMetadata } from '../../../../(portal)/users/[user]/page.tsx'
