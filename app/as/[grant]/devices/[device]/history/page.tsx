export { default, generateMetadata } from '../../../../../(portal)/devices/[device]/history/page.tsx'
