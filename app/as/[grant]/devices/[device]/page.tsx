export { default, generateMetadata } from '../../../../(portal)/devices/[device]/page.tsx'
