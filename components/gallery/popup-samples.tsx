'use client'
import { Pencil, Power, RotateCw, SlidersHorizontal, Trash2, UserRound } from 'lucide-react'
import { useState, type ReactNode } from 'react'
import { Button } from '../ui/button.tsx'
import { ConfirmDialog } from '../ui/confirm-dialog.tsx'
import { Dialog, DialogClose } from '../ui/dialog.tsx'
import { Shortcut } from '../ui/shortcut.tsx'
import { MenuGroup, MenuItem, MenuSeparator, MenuLink, MenuCheckbox, SubMenu } from '../ui/menu-entries.tsx'
import { Menu, MoreMenu } from '../ui/menu.tsx'
import { Popover } from '../ui/popover.tsx'
import { Tooltip } from '../ui/tooltip.tsx'
import { save } from './sample-actions.ts'
import type { Samples } from './samples.ts'

/** A menu with every kind of entry; one of them asks for confirmation. */
function DeviceMenu(): ReactNode {
  const [asking, setAsking] = useState(false)
  const [done, setDone] = useState('nothing')
  return (
    <div className="flex flex-wrap items-center gap-3">
      <MoreMenu label="More actions for Reception">
        <MenuItem icon={Pencil} keys={<Shortcut keys="E" />} run={() => setDone('rename')}>
          Rename
        </MenuItem>
        <MenuItem icon={RotateCw} run={() => setDone('restart')}>
          Restart
        </MenuItem>
        <MenuItem icon={Power} disabled run={() => setDone('enable')}>
          Enable
        </MenuItem>
        <SubMenu icon={UserRound} title="Reassign to">
          <MenuItem run={() => setDone('Åsa Berg')}>Åsa Berg</MenuItem>
          <MenuItem run={() => setDone('Ali Rahimi')}>Ali Rahimi</MenuItem>
        </SubMenu>
        <MenuLink href="/">All accounts</MenuLink>
        <MenuSeparator />
        <MenuItem icon={Trash2} dangerous run={() => setAsking(true)}>
          Delete…
        </MenuItem>
      </MoreMenu>
      <output className="text-sm">Last done: {done}</output>
      <ConfirmDialog
        open={asking}
        onOpenChange={setAsking}
        action={save}
        hidden={{ device: 'sample' }}
        title="Delete Reception?"
        confirm="Delete device"
        dangerous
      >
        <p>The phone is deregistered and its settings are deleted.</p>
      </ConfirmDialog>
    </div>
  )
}

function ColumnMenu(): ReactNode {
  const [shown, setShown] = useState<readonly string[]>(['Name', 'Model'])
  return (
    <Menu
      trigger={
        <>
          <SlidersHorizontal aria-hidden="true" />
          Columns
        </>
      }
    >
      <MenuGroup title="Shown">
        {['Name', 'Model', 'MAC address', 'Owner'].map((column) => (
          <MenuCheckbox
            key={column}
            ticked={shown.includes(column)}
            onTick={(ticked) =>
              setShown(ticked ? [...shown, column] : shown.filter((each) => each !== column))
            }
          >
            {column}
          </MenuCheckbox>
        ))}
      </MenuGroup>
    </Menu>
  )
}

export const popups: Samples = {
  Menus: () => (
    <div className="flex flex-wrap items-center gap-3">
      <DeviceMenu />
      <ColumnMenu />
    </div>
  ),
  Dialog: () => (
    <Dialog
      title="Move Reception"
      about="It keeps its number and its password."
      trigger="Move"
      foot={
        <>
          <DialogClose>Cancel</DialogClose>
          <DialogClose weight="primary">Move device</DialogClose>
        </>
      }
    >
      <p>Where the device goes, and what changes for its users.</p>
    </Dialog>
  ),
  'Wide dialog': () => (
    <Dialog title="What changes" trigger="Look at it" weight="quiet" wide>
      {Array.from({ length: 30 }, (_, line) => (
        <p key={line}>Line {line + 1} of more than fits.</p>
      ))}
    </Dialog>
  ),
  'Question before it is done': () => (
    <ConfirmDialog
      action={save}
      hidden={{ device: 'sample' }}
      title="Delete Reception?"
      confirm="Delete device"
      dangerous
      typed="Reception (1st floor)"
      trigger={
        <>
          <Trash2 aria-hidden="true" />
          Delete
        </>
      }
    >
      <p>The phone is deregistered and its settings are deleted. This can’t be undone.</p>
    </ConfirmDialog>
  ),
  'Something more beside a button': () => (
    <Popover trigger="Registration" title="Registration">
      <p>Yealink SIP-T46U 108.86.0.20, from 203.0.113.24.</p>
      <Button className="w-full">Restart</Button>
    </Popover>
  ),
  'A word about a button': () => (
    <Tooltip text="Restart the phone" keys={<Shortcut keys="R" />}>
      <Button>
        <RotateCw aria-hidden="true" />
        Restart
      </Button>
    </Tooltip>
  ),
}
