'use client'
import { useState } from 'react'
import type { Crop } from '../../lib/views/brand-form.ts'

/** How a picture is looked at: how near (1 is all that fits), and where, from 0 (left, top) to 1 (right, bottom). */
export type Look = { zoom: number; across: number; down: number }

const WHOLE: Look = { zoom: 1, across: 0.5, down: 0.5 }
export const NEAREST = 4

export type Cropping = {
  look: Look
  crop: Crop
  change: (look: Partial<Look>) => void
  /** Moves what is seen by so much of the frame's width and height. */
  drag: (across: number, down: number) => void
}

/** Which part of a picture of this size is seen in a frame of `ratio` (null: of its own). */
export function useCrop(picture: { width: number; height: number }, ratio: number | null): Cropping {
  const [look, setLook] = useState(WHOLE)
  const crop = cropOf(picture, ratio, look)
  const change = (news: Partial<Look>) => setLook((before) => ({ ...before, ...news }))
  return {
    look,
    crop,
    change,
    drag: (across, down) =>
      change({
        across: moved(look.across, across * crop.width, 1 - crop.width),
        down: moved(look.down, down * crop.height, 1 - crop.height),
      }),
  }
}

export function cropOf(picture: { width: number; height: number }, ratio: number | null, look: Look): Crop {
  const own = picture.width / picture.height
  const wanted = ratio ?? own
  const width = Math.min(1, wanted / own) / look.zoom
  const height = Math.min(1, own / wanted) / look.zoom
  return { left: (1 - width) * look.across, top: (1 - height) * look.down, width, height }
}

/** `crop` as the form sends it. */
export function cropText({ left, top, width, height }: Crop): string {
  return [left, top, width, height].map((share) => share.toFixed(6).replace(/^1\.0+$/, '1')).join(' ')
}

function moved(at: number, by: number, room: number): number {
  return room <= 0 ? at : Math.min(Math.max(at - by / room, 0), 1)
}
