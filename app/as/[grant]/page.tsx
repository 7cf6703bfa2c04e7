export { default, generateMetadata } from '../../(portal)/page.tsx'
