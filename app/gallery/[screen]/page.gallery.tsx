import { notFound } from 'next/navigation'
import type { ReactNode } from 'react'
import { GROUPS, SCREENS } from '../../../components/gallery/screen-names.ts'
import { SampleGroup } from '../../../components/gallery/sample-group.tsx'
import { SampleScreen } from '../../../components/gallery/sample-screens.tsx'

type Props = { params: Promise<{ screen: string }> }

/** The samples of one group, or one screen with sample data. */
export default async function Page(props: Props): Promise<ReactNode> {
  const { screen: name } = await props.params
  const group = GROUPS.find((each) => each === name)
  if (group) return <SampleGroup name={group} />
  const screen = SCREENS.find((each) => each === name)
  return screen ? <SampleScreen name={screen} /> : notFound()
}
