export { default, generateMetadata } from '../../../(portal)/me/page.tsx'
