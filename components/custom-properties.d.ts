import 'react'

/** React's style accepts custom properties too: a brand's colours are set that way (decision 269). */
declare module 'react' {
  interface CSSProperties {
    [property: `--${string}`]: string | undefined
  }
}
