/** Reads pages in processes of their own, which end with the work: on all cores, and no page can take the others with it. */
import { type ChildProcess, fork } from 'node:child_process'
import { setPriority } from 'node:os'
import { basename, join } from 'node:path'
import { append } from '../../values/append.ts'
import type { FromWorker, PageOrder, ReadPage, ReadPages, ToWorker } from './worker-messages.ts'

/** Pages that a process is given at once. */
const together = 16
/** Pages that wait to be taken, for each process. */
const mostWaiting = 32
/** Lower than what people do at the same time. */
const priority = 10

/** `jobs`: at most so many processes. */
export function readInProcesses(jobs: number): ReadPages {
  return (orders, names) => new Pool(orders, { kind: 'start', names }, jobs).pages()
}

interface Worker {
  readonly process: ChildProcess
  /** What it was given and has not read yet, in its order. */
  readonly given: PageOrder[]
}

class Pool {
  readonly #todo: PageOrder[]
  readonly #start: ToWorker
  readonly #jobs: number
  readonly #workers = new Set<Worker>()
  readonly #done: ReadPage[] = []
  /** Pages in which a process has ended: another one may try once. */
  readonly #suspects = new Set<string>()
  #left: number
  #wake: () => void = () => undefined

  constructor(orders: readonly PageOrder[], start: ToWorker, jobs: number) {
    this.#todo = orders.toReversed()
    this.#start = start
    this.#jobs = Math.min(jobs, Math.ceil(orders.length / together))
    this.#left = orders.length
  }

  async *pages(): AsyncGenerator<ReadPage, void> {
    try {
      while (this.#left > 0) {
        this.#supply()
        const next = this.#done.shift()
        if (next === undefined) await new Promise<void>((resolve) => (this.#wake = resolve))
        else {
          this.#left--
          yield next
        }
      }
    } finally {
      for (const { process } of this.#workers) process.kill()
    }
  }

  /** Whoever has little to do gets more, unless nobody takes what is done. */
  #supply(): void {
    while (this.#workers.size < this.#jobs && this.#todo.length > this.#workers.size * together) {
      this.#begin()
    }
    if (this.#workers.size === 0 && this.#todo.length > 0) this.#begin()
    if (this.#done.length >= mostWaiting * this.#jobs) return
    for (const worker of this.#workers) {
      if (worker.given.length >= together / 2) continue
      const orders = this.#todo.splice(-together).reverse()
      if (orders.length === 0) return
      append(worker.given, orders)
      send(worker, { kind: 'pages', orders })
    }
  }

  #begin(): void {
    const process = fork(workerFile, {
      serialization: 'advanced',
      stdio: ['ignore', 'ignore', 'inherit', 'ipc'],
    })
    const worker: Worker = { process, given: [] }
    this.#workers.add(worker)
    lowerPriority(process)
    process.on('message', ({ page }: FromWorker) => {
      worker.given.splice(0, worker.given.findIndex(({ path }) => path === page.path) + 1)
      this.#done.push(page)
      this.#wake()
    })
    process.on('error', () => this.#end(worker))
    process.on('exit', () => this.#end(worker))
    send(worker, this.#start)
  }

  /** A process that ended has failed of the page that it was reading: the others are read by another one. */
  #end(worker: Worker): void {
    if (!this.#workers.delete(worker)) return
    const [first, ...others] = worker.given.splice(0)
    append(this.#todo, others.reverse())
    if (first !== undefined) {
      if (this.#suspects.has(first.path)) {
        const errors = [`cannot read ${first.shown}: the analysis ended before its time`]
        this.#done.push({ path: first.path, rows: undefined, errors })
      } else this.#todo.push(first)
      this.#suspects.add(first.path)
    }
    this.#wake()
  }
}

function send({ process }: Worker, message: ToWorker): void {
  // Of a process that has ended `exit` tells.
  process.send(message, () => undefined)
}

function lowerPriority({ pid }: ChildProcess): void {
  try {
    if (pid !== undefined) setPriority(pid, priority)
  } catch {
    // Then it works as everything else does.
  }
}

/** Beside the bundle of the command line or, from sources, beside its entry point. */
const workerFile =
  basename(import.meta.dirname) === 'dist'
    ? join(import.meta.dirname, 'index-worker.js')
    : join(import.meta.dirname, '..', '..', 'index-worker.ts')
