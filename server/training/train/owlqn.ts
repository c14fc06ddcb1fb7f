/**
 * Finds parameters that make a loss and the sum of their sizes (L1) small: limited-memory BFGS that
 * stays within an orthant (OWL-QN; Andrew and Gao, Scalable Training of L1-Regularized Log-Linear
 * Models, 2007). The same input gives the same output.
 */
import type { Objective } from './objective.ts'

export interface Options {
  /** Weight of L1 by parameter. */
  readonly l1: (parameter: number) => number
  readonly iterations: number
  readonly onIteration?: (iteration: number, loss: number, nonZero: number) => void
}

/** Changes of parameters and gradient that are remembered. */
const memory = 6

interface Pair {
  readonly step: Float64Array
  readonly change: Float64Array
  readonly rho: number
}

/** The parameters that it ends with, having begun at `initial`. */
export function minimise(
  objective: Objective,
  initial: Float64Array,
  options: Options,
): Float64Array {
  const size = initial.length
  const l1 = Float64Array.from({ length: size }, (_, i) => options.l1(i))
  let at = initial
  let gradient = new Float64Array(size)
  let loss = objective(at, gradient) + penalty(at, l1)
  const pairs: Pair[] = []
  const losses = [loss]
  for (let iteration = 1; iteration <= options.iterations; iteration++) {
    const steepest = pseudoGradient(at, gradient, l1)
    const direction = descend(steepest, pairs)
    let length = pairs.length === 0 ? 1 / Math.sqrt(dot(direction, direction)) : 1
    const next = new Float64Array(size)
    const nextGradient = new Float64Array(size)
    let nextLoss = Number.POSITIVE_INFINITY
    for (let attempt = 0; attempt < 20; attempt++, length /= 2) {
      project({ at, direction, steepest, length }, next)
      nextLoss = objective(next, nextGradient) + penalty(next, l1)
      if (nextLoss <= loss + 1e-4 * decrease(at, next, steepest)) break
    }
    if (!(nextLoss < loss)) break
    remember(pairs, { at, next, gradient, nextGradient })
    at = next
    gradient = nextGradient
    loss = nextLoss
    losses.push(loss)
    options.onIteration?.(
      iteration,
      loss,
      at.reduce((n, value) => n + Number(value !== 0), 0),
    )
    const earlier = losses.at(-11)
    if (earlier !== undefined && (earlier - loss) / loss < 1e-4) break
  }
  return at
}

function penalty(at: Float64Array, l1: Float64Array): number {
  let sum = 0
  for (let i = 0; i < at.length; i++) sum += Math.abs(at[i] ?? 0) * (l1[i] ?? 0)
  return sum
}

/** The gradient with L1, and 0 where L1 holds a parameter at 0. */
function pseudoGradient(at: Float64Array, gradient: Float64Array, l1: Float64Array): Float64Array {
  const result = new Float64Array(at.length)
  for (let i = 0; i < at.length; i++) {
    const value = at[i] ?? 0
    const slope = gradient[i] ?? 0
    const weight = l1[i] ?? 0
    if (value > 0 || (value === 0 && slope + weight < 0)) result[i] = slope + weight
    else if (value < 0 || (value === 0 && slope - weight > 0)) result[i] = slope - weight
  }
  return result
}

/** Two loops over the memory; the parts that point uphill are left out. */
function descend(steepest: Float64Array, pairs: readonly Pair[]): Float64Array {
  const direction = steepest.map((value) => -value)
  const shares: number[] = []
  for (const { step, change, rho } of pairs.toReversed()) {
    const share = rho * dot(step, direction)
    shares.push(share)
    add(direction, change, -share)
  }
  const newest = pairs.at(-1)
  if (newest !== undefined) {
    const factor = 1 / (newest.rho * dot(newest.change, newest.change))
    for (let i = 0; i < direction.length; i++) direction[i] = (direction[i] ?? 0) * factor
  }
  for (const { step, change, rho } of pairs) {
    add(direction, step, (shares.pop() ?? 0) - rho * dot(change, direction))
  }
  for (let i = 0; i < direction.length; i++) {
    if ((direction[i] ?? 0) * (steepest[i] ?? 0) >= 0) direction[i] = 0
  }
  return direction
}

interface Move {
  readonly at: Float64Array
  readonly direction: Float64Array
  readonly steepest: Float64Array
  readonly length: number
}

/** Goes `length` along the direction; a parameter that would change its sign stops at 0. */
function project({ at, direction, steepest, length }: Move, next: Float64Array): void {
  for (let i = 0; i < at.length; i++) {
    const value = at[i] ?? 0
    const sign = value === 0 ? -Math.sign(steepest[i] ?? 0) : Math.sign(value)
    const moved = value + length * (direction[i] ?? 0)
    next[i] = moved * sign > 0 ? moved : 0
  }
}

function decrease(at: Float64Array, next: Float64Array, steepest: Float64Array): number {
  let sum = 0
  for (let i = 0; i < at.length; i++) {
    sum += ((next[i] ?? 0) - (at[i] ?? 0)) * (steepest[i] ?? 0)
  }
  return sum
}

interface Change {
  readonly at: Float64Array
  readonly next: Float64Array
  readonly gradient: Float64Array
  readonly nextGradient: Float64Array
}

function remember(pairs: Pair[], { at, next, gradient, nextGradient }: Change): void {
  const step = next.map((value, i) => value - (at[i] ?? 0))
  const change = nextGradient.map((value, i) => value - (gradient[i] ?? 0))
  const curvature = dot(step, change)
  if (curvature <= 1e-10) return
  pairs.push({ step, change, rho: 1 / curvature })
  if (pairs.length > memory) pairs.shift()
}

function dot(a: Float64Array, b: Float64Array): number {
  let sum = 0
  for (let i = 0; i < a.length; i++) sum += (a[i] ?? 0) * (b[i] ?? 0)
  return sum
}

function add(target: Float64Array, source: Float64Array, factor: number): void {
  for (let i = 0; i < target.length; i++) {
    target[i] = (target[i] ?? 0) + factor * (source[i] ?? 0)
  }
}
