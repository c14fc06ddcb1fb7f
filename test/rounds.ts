/** How often random tests try something. */

/** `few` in everyday runs; twenty times as many in the long one (`npm run test:slow`), which thereby sees other cases. */
export function rounds(few: number): number {
  return few * times
}

const times = Number(process.env['BIAOZHU_ROUNDS'] ?? 1)

/** Whether this is the long run. */
export const isLongRun = times > 1
