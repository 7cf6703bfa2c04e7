export { default } from '../../../(portal)/me/layout.tsx'
