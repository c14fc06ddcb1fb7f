/** Pages as they lie on disks, through every format and back: newlines, marks, encodings and names of files. */
import assert from 'node:assert/strict'
import { formats } from '../../server/src/exchange/formats.ts'
import { run } from './run.ts'

const text =
  '工会推出\n举措\n\n本报讯 昨日,【嘉兴市总\n工会】推出【举措】,\u2028在😀【𠮷田】。\n\n【阮向民】\u0085说\n'

/** 【阮向民】\n in GB18030. */
const gb18030 = new Uint8Array([
  0xa1, 0xbe, 0xc8, 0xee, 0xcf, 0xf2, 0xc3, 0xf1, 0xa1, 0xbf, 0xcb, 0xb5, 0x0d, 0x0a,
])

const pages: Readonly<Record<string, string | Uint8Array>> = {
  'lf.txt': text,
  'crlf.txt': text.replaceAll('\n', '\r\n'),
  'cr.txt': `甲${text.replaceAll('\n', '\r')}`,
  'mixed.txt': `乙${text.replace('\n', '\r\n')}`,
  'mark.txt': `\uFEFF丙${text}`,
  'gb.txt': gb18030,
  'empty.txt': '',
  'newlines.txt': '\n\r\n',
  'controls.txt': '丁\u0000\u0001【甲】\u000b\u000c\u001b【乙】',
  '名 😀.txt': `戊${text}`,
  'A%20b#c?.txt': '【甲】在这里\r\n【乙】',
  'below/lf.txt': `己${text}`,
}

const disk = Object.fromEntries(
  Object.entries(pages).map(([path, content]) => [`p/${path}`, content]),
)

// What is written in a file of bytes is no text that this command line in memory could keep.
const readable = formats.filter(({ name, read }) => read !== undefined && name !== 'xlsx')

describe('hard pages', () => {
  for (const { name } of readable) {
    for (const kind of ['source', 'logical']) {
      it(`of ${name}, ${kind} text, are found again with everything on them`, async () => {
        const { written, error, status } = await run(
          `export --format ${name} --text ${kind} --out o p`,
          disk,
        )
        assert.equal(status, 0, error)
        const counts = [...error.matchAll(/: (\d+) accepted, (\d+) suggested$/gm)]
        assert.equal(counts.length, Object.keys(pages).length)
        const suggested = counts.reduce((sum, [, , count]) => sum + Number(count), 0)
        assert.equal(suggested, 33)
        const back = await run(`import --format ${name} --from o p`, { ...disk, ...written })
        assert.deepEqual([back.status, back.written], [0, {}], back.error)
        const found = [...back.error.matchAll(/: (\d+) new, (\d+) same, (\d+) conf\S+, (\d+) unc/g)]
        const sum = [1, 2, 3, 4].map((i) => found.reduce((all, each) => all + Number(each[i]), 0))
        assert.deepEqual(sum, [0, suggested, 0, 0])
      })
    }
  }
})
