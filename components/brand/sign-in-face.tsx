import type { ReactNode } from 'react'
import type { BrandFace } from '../../lib/views/brand.ts'
import { classNames } from '../ui/class-names.ts'
import { FaceFoot } from './face-foot.tsx'
import { NamePlate } from './name-plate.tsx'

type Props = {
  face: BrandFace
  welcome: ReactNode
  /** How high it stands: a class. */
  height: string
  children: ReactNode
}

/**
 * Where somebody signs in to a brand: its picture beside the form where there is room, else above it. It looks at its own width and not at the
 * screen's, so that a preview is true; the picture takes its place before it has come.
 */
export function SignInFace({ face, welcome, height, children }: Props): ReactNode {
  const { signIn } = face.pictures
  return (
    <div className="@container">
      <div className={classNames('flex flex-col @3xl:flex-row', height)}>
        {signIn !== null && (
          <div className="relative h-36 shrink-0 overflow-hidden bg-sunken @3xl:h-auto @3xl:w-1/2">
            <img
              src={signIn.src}
              width={signIn.width}
              height={signIn.height}
              alt=""
              className="absolute inset-0 size-full object-cover"
            />
          </div>
        )}
        <div className="flex min-w-0 flex-1 flex-col items-center px-4 py-10 @lg:justify-center @3xl:py-16">
          <div className="w-full max-w-92 space-y-6">
            <p className="flex items-center gap-2.5 text-base">
              <NamePlate face={face} large />
            </p>
            {welcome}
            {children}
            <FaceFoot face={face} />
          </div>
        </div>
      </div>
    </div>
  )
}
