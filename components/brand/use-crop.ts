'use client'
import { useState } from 'react'
import type { Crop } from '../../lib/views/brand-form.ts'

/** How a picture is looked at: how near (1 is all that fits), and where, from 0 (left, top) to 1 (right, bottom). */
export type Look = { zoom: number; across: number; down: number }

const WHOLE: Look = { zoom: 1, across: 0.5, down: 0.5 }
export const NEAREST = 4

export type Cropping = {
  display: Look
  crop: Crop
  change: (display: Partial<Look>) => void
  /** Moves what is seen by so much of the frame's width and height. */
  drag: (across: number, down: number) => void
}

/** Which part of a picture of this size is seen in a frame of `ratio` (null: of its own). */
export function useCrop(image: { width: number; height: number }, ratio: number | null): Cropping {
  const [display, setDisplay] = useState(WHOLE)
  const crop = cropOf(image, ratio, display)
  const change = (news: Partial<Look>) => setDisplay((before) => ({ ...before, ...news }))
  return {
    display,
    crop,
    change,
    drag: (across, down) =>
      change({
        across: moved(display.across, across * crop.width, 1 - crop.width),
        down: moved(display.down, down * crop.height, 1 - crop.height),
      }),
  }
}

export function cropOf(image: { width: number; height: number }, ratio: number | null, display: Look): Crop {
  const own = image.width / image.height
  const wanted = ratio ?? own
  const width = Math.min(1, wanted / own) / display.zoom
  const height = Math.min(1, own / wanted) / display.zoom
  return { left: (1 - width) * display.across, top: (1 - height) * display.down, width, height }
}

/** `crop` as the form sends it. */
export function cropText({ left, top, width, height }: Crop): string {
  return [left, top, width, height].map((share) => share.toFixed(6).replace(/^1\.0+$/, '1')).join(' ')
}

function moved(at: number, by: number, editor: number): number {
  return editor <= 0 ? at : Math.min(Math.max(at - by / editor, 0), 1)
}
