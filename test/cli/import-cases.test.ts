/** Files as other programs give them back, from faults that users of such programs have reported. */
import assert from 'node:assert/strict'
import { run } from './run.ts'

const page =
  '海宁市总工会启动“暖心”行动\n\n本报讯 记者周宁 昨日,海宁市总工会在许村镇举行仪式。\n周宁说,活动将持续到12月。\n'

/** Kind, place, type and text of each row. */
function rows(out: string): readonly string[] {
  return out
    .split('\n')
    .filter((line) => line !== '')
    .map((line) => {
      const [kind, , place, type, text] = line.split(/ {2,}/)
      return [kind, place, type, text].join(' ')
    })
}

describe('import of what other programs give back', () => {
  it('believes the text column of brat, not positions that count CR or a byte order mark', async () => {
    const ann = (places: readonly string[]): string =>
      [
        `T1\tOrganization ${places[0]}\t海宁市总工会`,
        `T2\tPerson ${places[1]}\t周宁`,
        `T3\tPerson ${places[2]}\t周宁`,
        `T4\tPlace ${places[3]}\t许村镇`,
      ].join('\n')
    const pages = {
      [page.replaceAll('\n', '\r\n')]: ['30 36', '24 26', '47 49', '37 40'],
      [`\uFEFF${page}`]: ['29 35', '23 25', '45 47', '36 39'],
    }
    for (const [text, places] of Object.entries(pages)) {
      const { status, out } = await run('import --format brat --from in --dry-run p', {
        'in/p1.ann': ann(places),
        'p/p1.txt': text,
      })
      assert.deepEqual(rows(out), [
        'new 28-34 Organization 海宁市总工会',
        'new 22-24 Person 周宁',
        'new 44-46 Person 周宁',
        'new 35-38 Place 许村镇',
      ])
      assert.equal(status, 0)
    }
    const gone = await run('import --format brat --from in --dry-run p', {
      'in/p1.ann': 'T1\tPerson 22 24\t张敏敏\n',
      'p/p1.txt': page,
    })
    assert.match(gone.out, /^uncertain/)
    assert.equal(gone.status, 1)
  })

  it('reads BMES, and says a tag that it does not know with its line', async () => {
    const tags =
      '陆 B-NAME\n平 E-NAME\n， O\n浙 B-ORG\n江 M-ORG\n电 M-ORG\n机 M-ORG\n厂 E-ORG\n高 B-TITLE\n级 M-TITLE\n' +
      '工 M-TITLE\n程 M-TITLE\n师 E-TITLE\n， O\n苗 S-RACE\n族 O\n。 O\n\n'
    const files = { 'in/p1.conll': tags, 'p/p1.txt': '陆平，浙江电机厂高级工程师，苗族。\n' }
    const call = 'import --format conll --from in --dry-run p'
    const { status, out } = await run(call, files)
    assert.deepEqual(rows(out), [
      'new 0-2 NAME 陆平',
      'new 3-8 ORG 浙江电机厂',
      'new 8-13 TITLE 高级工程师',
      'new 14-15 RACE 苗',
    ])
    assert.equal(status, 0)
    const other = await run(call, { ...files, 'in/p1.conll': tags.replace('B-ORG', 'B_ORG') })
    assert.equal(other.status, 2)
    assert.match(other.error, /p1\.conll:4: The tag B_ORG is not known\./)
  })

  it('keeps a blank that is a token', async () => {
    const tags = '陆\tB-PER\n平\tI-PER\n \tO\n厂\tO\n长\tO\n。\tO\n　\tO\n张\tB-PER\n敏\tI-PER\n\n'
    const files = { 'in/p1.conll': tags, 'p/p1.txt': '陆平 厂长。　张敏\n' }
    const { status, out, error } = await run('import --format conll --from in --dry-run p', files)
    assert.deepEqual(rows(out), ['new 0-2 PER 陆平', 'new 7-9 PER 张敏'])
    assert.doesNotMatch(error, /tokens are not those/)
    assert.equal(status, 0)
    const call = 'convert --from-format conll --to-format brat --from in --out o'
    const { written } = await run(call, { 'in/p1.conll': tags })
    assert.equal(written['o/p1.txt'], '陆平 厂长。　张敏\n')
  })

  it('keeps all labels of a region, or says those that the schema does not take', async () => {
    const region = (id: string, start: number, end: number, labels: readonly string[]) => ({
      ...{ id, type: 'labels', from_name: 'label', to_name: 'text' },
      value: { start, end, labels },
    })
    const relation = { type: 'relation', from_id: 'a', to_id: 'b', labels: ['任职', '代表'] }
    const result = [
      region('a', 0, 2, ['Person', 'Model']),
      region('b', 3, 9, ['Organization']),
      relation,
    ]
    const task = { data: { text: '陆平是桐乡市总工会主席。\n' }, annotations: [{ result }] }
    const files = {
      'in/p1.json': JSON.stringify([task]),
      'p/p1.txt': '陆平是桐乡市总工会主席。\n',
    }
    const call = 'import --format label-studio --from in --dry-run p'
    const flat = await run(call, files)
    assert.equal(flat.status, 2)
    assert.match(flat.error, /region a has two labels, and the schema takes one: Person, Model/)
    assert.match(flat.out, /^new +p1\.txt +0-2 +Person/m)
    assert.match(flat.out, /^conflicting +p1\.txt +0-2 +Model/m)
    assert.match(flat.out, /^new .* 任职 /m)
    assert.match(flat.out, /^new .* 代表 /m)
    const nested = await run(call, {
      ...files,
      'p/corpus.json': JSON.stringify({
        schema: {
          overlap: true,
          types: ['Person', 'Model', 'Organization'].map((name) => ({ name })),
          relations: [],
        },
      }),
    })
    assert.doesNotMatch(nested.error, /two labels/)
    assert.match(nested.out, /^new +p1\.txt +0-2 +Model/m)
    const conversion = 'convert --from-format label-studio --to-format csv --from in --out o'
    const converted = await run(conversion, files)
    assert.equal(converted.status, 0)
    assert.match(converted.written['o/biaozhu.csv'] ?? '', /Model/)
  })

  it('finds a page whose text came back without the blanks at its ends', async () => {
    const text = '主席陆平在桐乡市。\n陆平表示感谢。'
    const value = { start: 2, end: 4, text: '陆平', labels: ['Person'] }
    const task = { data: { text }, annotations: [{ result: [{ id: 'a', type: 'labels', value }] }] }
    const files = {
      'doccano/all.jsonl': JSON.stringify({ id: 3, text, label: [[2, 4, 'Person']] }),
      'label-studio/all.json': JSON.stringify([task]),
      'p/甲.txt': `\n${text}\n\n`,
    }
    for (const format of ['doccano', 'label-studio']) {
      const { status, out } = await run(
        `import --format ${format} --from ${format} --dry-run p`,
        files,
      )
      assert.deepEqual(rows(out), ['new 3-5 Person 陆平'])
      assert.equal(status, 0)
    }
  })
})
