/** How often random tests try something. */

/** `few` in everyday runs; twenty times as many in the long one (`npm run test:slow`), which thereby sees other cases. */
export function rounds(few: number): number {
  return few * Number(process.env['BIAOZHU_ROUNDS'] ?? 1)
}
