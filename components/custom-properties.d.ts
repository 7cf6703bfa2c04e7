import 'react'

/** Custom properties are properties of a style too: a brand's colours come as such (decision 140). */
declare module 'react' {
  interface CSSProperties {
    [property: `--${string}`]: string | undefined
  }
}
