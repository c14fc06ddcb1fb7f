/**
 * What other programs' own readers say of our exports, a part of `npm run test:peers`. Each runs where it is installed, else the
 * script says `skipped: NAME is not installed`. Debian: libuima-core-java default-jdk-headless python3-nltk csvkit
 * python3-openpyxl gnumeric jing. From folders that the environment names: BIAOZHU_PEER_BRAT (brat/server/src),
 * BIAOZHU_PEER_CASSIS (dkpro-cassis/src), BIAOZHU_PEER_UD (UniversalDependencies/tools with validate.py),
 * BIAOZHU_PEER_TEI (tei_all.rng).
 */
import { spawnSync } from 'node:child_process'
import fs from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { type Corpus, corpora, exported, type Found, stemOf } from './peers/material.ts'
import { writeEvent } from './results.ts'

const scripts = path.join(import.meta.dirname, 'peers')
const scratch = fs.mkdtempSync(path.join(tmpdir(), 'biaozhu-peers-'))
const python = process.env['BIAOZHU_PYTHON'] ?? '/usr/bin/python3'
const uima = '/usr/share/java/uimaj-core.jar'

interface Peer {
  readonly name: string
  isThere(): boolean
  /** What it found, or what is to be said; throws where it finds fault. */
  check(corpus: Corpus): string
}

const peers: readonly Peer[] = [
  {
    name: 'uimaj-core',
    isThere: () => fs.existsSync(uima) && has('javac'),
    check(corpus) {
      const files = exported(corpus, 'xmi', scratch, ['--text', 'source'])
      run('javac', ['-cp', uima, '-d', scratch, path.join(scripts, 'ReadXmi.java')])
      const out = run('java', ['-cp', `${uima}:${scratch}`, 'ReadXmi', ...typesAnd(files, '.xmi')])
      return same(out, firstPieces(corpus))
    },
  },
  cassis('xmi', '.xmi'),
  cassis('json-cas', '.json'),
  {
    name: 'brat annotation.py',
    isThere: () => folder('BIAOZHU_PEER_BRAT', 'annotation.py') !== undefined,
    check(corpus) {
      const files = exported(corpus, 'brat', scratch).filter((file) => file.endsWith('.ann'))
      // A name over a line break is in two fragments.
      const wanted = corpus.found.map(([page, type, text]): Found => {
        return [page, type, text.replaceAll(/(?:\\n)+/g, '…')]
      })
      return same(run(python, [path.join(scripts, 'read_brat.py'), ...files]), wanted)
    },
  },
  {
    name: 'NLTK conlltags2tree',
    isThere: () => hasModule('nltk'),
    check(corpus) {
      const files = exported(corpus, 'conll', scratch, ['--text', 'source'])
      const out = run(python, [path.join(scripts, 'read_conll.py'), ...files])
      // Those in several pieces are not written, and of some that overlap one is.
      const wanted = corpus.found
        .filter(([, , text]) => !text.includes('…'))
        .map(([page, type, text]): Found => [page, type, text.replaceAll(/\\n|\s/g, '')])
      return corpus.name === 'hard' ? within(out, wanted) : same(out, wanted)
    },
  },
  {
    name: 'UD validate.py, level 1',
    isThere: () => folder('BIAOZHU_PEER_UD', 'validate.py') !== undefined && hasModule('regex'),
    check(corpus) {
      const files = ['word', 'character']
        .flatMap((token) => exported(corpus, 'conllu', scratch, ['--tokens', token]))
        .filter((file) => file.endsWith('.conllu'))
      const validate = path.join(process.env['BIAOZHU_PEER_UD'] ?? '', 'validate.py')
      for (const file of files) run(python, [validate, '--lang', 'zh', '--level', '1', file])
      return `${files.length} files valid`
    },
  },
  {
    name: 'jing with tei_all.rng',
    isThere: () => has('jing') && fs.existsSync(process.env['BIAOZHU_PEER_TEI'] ?? ''),
    check(corpus) {
      const files = ['inline', 'standoff']
        .flatMap((style) => exported(corpus, 'tei', scratch, ['--style', style]))
        .filter((file) => file.endsWith('.xml'))
      run('jing', [process.env['BIAOZHU_PEER_TEI'] ?? '', ...files])
      return `${files.length} files valid`
    },
  },
  {
    name: 'csvkit',
    isThere: () => has('csvclean'),
    check(corpus) {
      const [file = ''] = exported(corpus, 'csv', scratch)
      const clean = run('csvclean', ['-n', file]).trim()
      const plain = run('csvformat', ['--encoding', 'utf-8-sig', file])
      fs.writeFileSync(path.join(scratch, 'csvkit.csv'), plain)
      return `${clean} ${table(path.join(scratch, 'csvkit.csv'), corpus)}`
    },
  },
  {
    name: 'Python csv',
    isThere: () => hasModule('csv'),
    check: (corpus) => table(exported(corpus, 'csv', scratch)[0] ?? '', corpus),
  },
  {
    name: 'openpyxl',
    isThere: () => hasModule('openpyxl'),
    check: (corpus) => table(exported(corpus, 'xlsx', scratch)[0] ?? '', corpus),
  },
  {
    name: 'gnumeric',
    isThere: () => has('ssconvert'),
    check(corpus) {
      const [file = ''] = exported(corpus, 'xlsx', scratch)
      const out = path.join(scratch, 'gnumeric.csv')
      run('ssconvert', [file, out])
      return table(out, corpus)
    },
  },
]

const all = corpora(scratch)
for (const peer of peers) {
  if (peer.isThere()) for (const corpus of all) check(peer, corpus)
  else {
    console.log(`skipped: ${peer.name} is not installed`)
    writeEvent({ kind: 'skip', title: peer.name })
  }
}
writeEvent({ kind: 'end' })
fs.rmSync(scratch, { recursive: true, force: true })

function check(peer: Peer, corpus: Corpus): void {
  const title = `${peer.name}, ${corpus.name}`
  writeEvent({ kind: 'begin', title })
  try {
    console.log(`ok: ${title}: ${peer.check(corpus)}`)
    writeEvent({ kind: 'pass', title })
  } catch (error) {
    const why = error instanceof Error ? error.message : String(error)
    console.log(`failed: ${title}: ${why}`)
    writeEvent({ kind: 'fail', title, why })
    process.exitCode = 1
  }
}

function cassis(format: string, ending: string): Peer {
  return {
    name: `cassis, ${format}`,
    isThere: () =>
      folder('BIAOZHU_PEER_CASSIS', 'cassis') !== undefined && hasModule('lxml', 'deprecation'),
    check(corpus) {
      const files = exported(corpus, format, scratch, ['--text', 'source'])
      const script = path.join(scripts, 'read_cas.py')
      return same(run(python, [script, ...typesAnd(files, ending)]), firstPieces(corpus))
    },
  }
}

/** The type system, and the pages. */
function typesAnd(files: readonly string[], ending: string): readonly string[] {
  const types = files.find((file) => path.basename(file) === 'TypeSystem.xml') ?? 'none'
  const pages = files.filter((file) => file.endsWith(ending) && !file.endsWith('layers.json'))
  return [types, ...pages]
}

/** A CAS has no annotation in several pieces: the mention is the first one, and the others are joined to it. */
function firstPieces({ found }: Corpus): readonly Found[] {
  return found.map(([page, type, text]): Found => [page, type, text.split('…')[0] ?? ''])
}

function table(file: string, corpus: Corpus): string {
  return same(run(python, [path.join(scripts, 'read_table.py'), file]), corpus.found)
}

/** Lines of page, type and text against what should be there, in any order. */
function same(out: string, wanted: readonly Found[]): string {
  const [found, all] = [linesOf(out), wanted.map((each) => each.join('\t')).sort()]
  const missing = all.find((line, i) => line !== found[i])
  if (missing !== undefined || found.length !== all.length) {
    const extra = found.find((line, i) => line !== all[i])
    throw new Error(`${found.length} of ${all.length} texts; ${missing} is not ${extra}`)
  }
  return `${all.length} covered texts equal`
}

function within(out: string, wanted: readonly Found[]): string {
  const all = new Set(wanted.map((each) => each.join('\t')))
  const found = linesOf(out)
  const wrong = found.find((line) => !all.has(line))
  if (wrong !== undefined) throw new Error(`${wrong} is no text of ours`)
  return `${found.length} covered texts of ${wanted.length} written, all equal`
}

function linesOf(out: string): readonly string[] {
  return out
    .split('\n')
    .filter((line) => line !== '')
    .map((line) => {
      const [file = '', ...rest] = line.split('\t')
      return [stemOf(file), ...rest].join('\t')
    })
    .sort()
}

/** Throws what it said where it ends badly. */
function run(command: string, args: readonly string[]): string {
  const { status, stdout, stderr, error } = spawnSync(command, args, {
    encoding: 'utf8',
    maxBuffer: 1e8,
    timeout: 300_000,
  })
  if (status !== 0) throw new Error(error?.message ?? (stderr.trim() || stdout.trim()).slice(-600))
  return stdout
}

function has(command: string): boolean {
  return spawnSync(command, ['--version']).error === undefined
}

function hasModule(...names: readonly string[]): boolean {
  return spawnSync(python, ['-c', names.map((name) => `import ${name}`).join('\n')]).status === 0
}

/** The folder that a variable names, where it holds what it should. */
function folder(variable: string, holds: string): string | undefined {
  const value = process.env[variable]
  return value !== undefined && fs.existsSync(path.join(value, holds)) ? value : undefined
}
