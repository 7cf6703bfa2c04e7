export { default } from '../../../(portal)/users/layout.tsx'
