export { default, generateMetadata } from '../../../../../../(portal)/users/[user]/voicemail/[box]/page.tsx'
