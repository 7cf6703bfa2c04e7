export { default, generateMetadata } from '../../../../../(portal)/users/[user]/history/page.tsx'
