/** One way to filter a list, by the parameter `name` of its address. */
export type ListFilter = {
  name: string
  title: string
  labelOf: (value: string) => string
  /** The values that are always offered, in this order. */
  values?: readonly string[]
}
