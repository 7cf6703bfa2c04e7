export { default, generateMetadata } from '../../../../../../(portal)/devices/[device]/settings/all/page.tsx'
