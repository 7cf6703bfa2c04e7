export { default, generateMetadata } from '../../../../../(portal)/devices/[device]/settings/page.tsx'
