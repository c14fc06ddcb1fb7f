/** The order of each pass: another one each time, and the same ones at every training. */
export function shuffler(): <T>(items: readonly T[]) => readonly T[] {
  let state = 1
  return (items) => {
    const order = [...items]
    for (let at = order.length - 1; at > 0; at--) {
      state = (Math.imul(state, 1664525) + 1013904223) >>> 0
      const other = Math.floor((state / 2 ** 32) * (at + 1))
      const [a, b] = [order[at], order[other]]
      if (a !== undefined && b !== undefined) {
        order[at] = b
        order[other] = a
      }
    }
    return order
  }
}
