'use client'
import { useState } from 'react'
import type { Crop } from '../../lib/views/brand-form.ts'

/**
 * The visible part of an image: its zoom (1 fits all of it) and position, from 0 (left, top) to 1 (right,
 * bottom).
 */
export type CropView = { zoom: number; across: number; down: number }

const WHOLE: CropView = { zoom: 1, across: 0.5, down: 0.5 }
export const MAX_ZOOM = 4

export type Cropping = {
  view: CropView
  crop: Crop
  change: (view: Partial<CropView>) => void
  /** Moves the image by fractions of the frame's width and height. */
  drag: (across: number, down: number) => void
}

/** Which part of an image to keep in a frame of `ratio`; null: the image's own ratio. */
export function useCrop(image: { width: number; height: number }, ratio: number | null): Cropping {
  const [view, setView] = useState(WHOLE)
  const crop = cropOf(image, ratio, view)
  const change = (changes: Partial<CropView>) => setView((previous) => ({ ...previous, ...changes }))
  return {
    view,
    crop,
    change,
    drag: (across, down) =>
      change({
        across: moved(view.across, across * crop.width, 1 - crop.width),
        down: moved(view.down, down * crop.height, 1 - crop.height),
      }),
  }
}

export function cropOf(image: { width: number; height: number }, ratio: number | null, view: CropView): Crop {
  const imageRatio = image.width / image.height
  const targetRatio = ratio ?? imageRatio
  const width = Math.min(1, targetRatio / imageRatio) / view.zoom
  const height = Math.min(1, imageRatio / targetRatio) / view.zoom
  return { left: (1 - width) * view.across, top: (1 - height) * view.down, width, height }
}

/** `crop` as the form sends it. */
export function cropText({ left, top, width, height }: Crop): string {
  return [left, top, width, height].map((share) => share.toFixed(6).replace(/^1\.0+$/, '1')).join(' ')
}

function moved(at: number, by: number, space: number): number {
  return space <= 0 ? at : Math.min(Math.max(at - by / space, 0), 1)
}
