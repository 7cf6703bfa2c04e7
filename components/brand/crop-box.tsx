'use client'
import { useTranslations } from 'next-intl'
import { useEffect, useRef, type PointerEvent, type ReactNode } from 'react'
import type { ImageKind } from '../../lib/views/brand.ts'
import { cropText, MAX_ZOOM, useCrop, type CropView } from './use-crop.ts'

/**
 * The sign-in image is shown upright beside the form and flat above it: 4:3 is a compromise. A header image
 * keeps its ratio.
 */
const RATIOS: Readonly<Record<ImageKind, number | null>> = { signIn: 4 / 3, header: null }
const WIDEST = 640

type Props = { kind: ImageKind; bitmap: ImageBitmap }

/** Selects the part of an image to keep: zoom and position, by mouse, touch or keyboard. Sent as text. */
export function CropBox({ kind, bitmap }: Props): ReactNode {
  const t = useTranslations('brand.images')
  const ratio = RATIOS[kind]
  const { view, crop, change, drag } = useCrop(bitmap, ratio)
  const canvas = useRef<HTMLCanvasElement>(null)
  const shown = ratio ?? bitmap.width / bitmap.height
  const width = Math.min(WIDEST, Math.max(1, Math.round(bitmap.width * crop.width * view.zoom)))
  const height = Math.max(1, Math.round(width / shown))

  useEffect(() => {
    const area = canvas.current?.getContext('2d')
    if (!area) return
    area.clearRect(0, 0, width, height)
    const [x, y] = [crop.left * bitmap.width, crop.top * bitmap.height]
    area.drawImage(bitmap, x, y, crop.width * bitmap.width, crop.height * bitmap.height, 0, 0, width, height)
  }, [bitmap, crop.left, crop.top, crop.width, crop.height, width, height])

  function onPointerMove(event: PointerEvent<HTMLCanvasElement>) {
    if (event.buttons !== 1) return
    const { clientWidth, clientHeight } = event.currentTarget
    drag(event.movementX / clientWidth, event.movementY / clientHeight)
  }

  return (
    <div className="space-y-3">
      <figure className="space-y-1.5 rounded-md border border-line bg-sunken p-2">
        <canvas
          ref={canvas}
          width={width}
          height={height}
          onPointerDown={(event) => event.currentTarget.setPointerCapture(event.pointerId)}
          onPointerMove={onPointerMove}
          className="mx-auto max-h-60 max-w-full cursor-move touch-none object-contain"
        />
        <figcaption className="text-center text-xs text-ink-faint">{t('part')}</figcaption>
      </figure>
      <div className="grid gap-3 sm:grid-cols-3">
        <Slider view={view} property="zoom" label={t('zoom')} from={1} to={MAX_ZOOM} change={change} />
        <Slider view={view} property="across" label={t('across')} from={0} to={1} change={change} />
        <Slider view={view} property="down" label={t('down')} from={0} to={1} change={change} />
      </div>
      <input type="hidden" name="crop" value={cropText(crop)} />
    </div>
  )
}

type SliderProps = {
  view: CropView
  property: keyof CropView
  label: string
  from: number
  to: number
  change: (view: Partial<CropView>) => void
}

function Slider({ view, property, label, from, to, change }: SliderProps): ReactNode {
  return (
    <label className="block space-y-1 text-xs font-medium text-ink-soft">
      {label}
      <input
        type="range"
        min={from}
        max={to}
        step={0.01}
        value={view[property]}
        onChange={(event) => change({ [property]: Number(event.target.value) })}
        className="block h-6 w-full"
      />
    </label>
  )
}
