export { default, generateMetadata } from '../../../../../../(portal)/users/[user]/settings/all/page.tsx'
