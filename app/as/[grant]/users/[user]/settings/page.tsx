export { default, generateMetadata } from '../../../../../(portal)/users/[user]/settings/page.tsx'
