'use client'
import { Menu as Base } from '@base-ui/react/menu'
import { Check, ChevronRight, type LucideIcon } from 'lucide-react'
import type { Route } from 'next'
import { Link } from './link.tsx'
import type { ReactNode } from 'react'
import { classNames } from './class-names.ts'
import { MenuPopup } from './menu.tsx'

const ROW =
  'flex min-h-7 cursor-default items-center gap-2 rounded-md px-2 py-0.5 select-none -outline-offset-2 data-disabled:opacity-50 data-highlighted:highlight data-popup-open:highlight pointer-coarse:min-h-control [&_svg]:size-4 [&_svg]:shrink-0'

type Entry = { icon?: LucideIcon; children: ReactNode }
type ItemProps = Entry & {
  run: () => void
  /** The keyboard shortcut of the same action. */
  keys?: ReactNode
  /** Deletes or removes something. */
  dangerous?: boolean
  disabled?: boolean
}

/** An action. */
export function MenuItem({ run, icon, keys, dangerous = false, disabled = false, children }: ItemProps) {
  return (
    <Base.Item onClick={run} disabled={disabled} className={classNames(ROW, dangerous && 'text-bad')}>
      <EntryContent icon={icon} quiet={!dangerous}>
        {children}
      </EntryContent>
      {keys !== undefined && <span className="ml-auto flex gap-1 pl-4">{keys}</span>}
    </Base.Item>
  )
}

/** A link. */
export function MenuLink<Path extends string>(props: Entry & { href: Route<Path> }): ReactNode {
  return (
    <Base.LinkItem closeOnClick render={<Link href={props.href} />} className={ROW}>
      <EntryContent icon={props.icon} quiet>
        {props.children}
      </EntryContent>
    </Base.LinkItem>
  )
}

/** A setting that is on or off; the menu stays open. */
export function MenuCheckbox(props: {
  ticked: boolean
  onTick: (ticked: boolean) => void
  children: ReactNode
}) {
  const { ticked, onTick, children } = props
  return (
    <Base.CheckboxItem checked={ticked} onCheckedChange={onTick} className={ROW}>
      <span className="inline-flex w-4">
        <Base.CheckboxItemIndicator>
          <Check aria-hidden="true" />
        </Base.CheckboxItemIndicator>
      </span>
      {children}
    </Base.CheckboxItem>
  )
}

/** A separator between groups. */
export function MenuSeparator(): ReactNode {
  return <Base.Separator className="-mx-1 my-1 h-px bg-line forced-colors:bg-[CanvasText]" />
}

/** Entries under a heading. */
export function MenuGroup({ title, children }: { title: string; children: ReactNode }): ReactNode {
  return (
    <Base.Group>
      <Base.GroupLabel className="px-2 pt-1.5 pb-1 text-xs text-ink-faint">{title}</Base.GroupLabel>
      {children}
    </Base.Group>
  )
}

/** An entry that opens a submenu beside it. */
export function SubMenu({ title, icon, children }: Entry & { title: string }): ReactNode {
  return (
    <Base.SubmenuRoot>
      <Base.SubmenuTrigger className={ROW}>
        <EntryContent icon={icon} quiet>
          {title}
        </EntryContent>
        <ChevronRight aria-hidden="true" className="ml-auto text-ink-faint" />
      </Base.SubmenuTrigger>
      <MenuPopup align="start" beside>
        {children}
      </MenuPopup>
    </Base.SubmenuRoot>
  )
}

function EntryContent({
  icon: Icon,
  quiet,
  children,
}: {
  icon: LucideIcon | undefined
  quiet: boolean
  children: ReactNode
}) {
  return (
    <>
      {Icon && <Icon aria-hidden="true" className={classNames(quiet && 'text-ink-faint')} />}
      <span className="min-w-0 truncate">{children}</span>
    </>
  )
}
