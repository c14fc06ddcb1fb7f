/** How the report looks: quiet, in light and dark, and on paper. */
import type { Schema } from '../../annotation/schema/schema.ts'

/** Colours of types by their order in the schema: for a light and for a dark background. */
const palette: readonly (readonly [light: string, dark: string])[] = [
  ['#b02e0c', '#ff8f52'],
  ['#0256a9', '#91c1ff'],
  ['#026a2e', '#7cd591'],
  ['#056662', '#59d4cd'],
  ['#713995', '#d5a8f8'],
  ['#5047a7', '#b4b5fe'],
  ['#5a5d04', '#bfc56f'],
  ['#942464', '#fc9ac9'],
  ['#036279', '#62cef0'],
  ['#705301', '#e4b750'],
  ['#63554a', '#cabaae'],
]

/** The class of a type's marks; `tx` for one that the schema does not know. */
export function typeClasses({ types }: Schema): (type: string) => string {
  const classes = new Map(types.map(({ name }, i) => [name, `t${i}`]))
  return (type) => classes.get(type) ?? 'tx'
}

export function styleSheet({ types }: Schema): string {
  const colours = types.map(({ colour }, i) => {
    const [light, dark] = palette[i % palette.length] ?? ['#555', '#bbb']
    // Colours of a schema are for backgrounds: they are lines and tints here, never letters.
    return colour !== undefined && /^#[\da-f]{3,8}$/i.test(colour)
      ? [colour, colour]
      : [light, dark]
  })
  const rules = (at: 0 | 1): string =>
    colours.map((pair, i) => `.t${i}{--c:${pair[at] ?? '#777'}}`).join('')
  return `${base}${rules(0)}@media (prefers-color-scheme:dark){${rules(1)}}${print}`
}

const base = `:root{color-scheme:light dark;--paper:#fdfcfa;--ink:#232220;--soft:#66625c;--line:#dedad3;--card:#fff;--link:#0256a9}
@media (prefers-color-scheme:dark){:root{--paper:#1b1b1c;--ink:#dcd9d4;--soft:#9c9892;--line:#3a3937;--card:#232324;--link:#91c1ff}}
*{box-sizing:border-box}
body{margin:0 auto;max-width:46rem;padding:2.5rem 1.25rem 4rem;background:var(--paper);color:var(--ink);font:1rem/1.6 "Noto Sans CJK SC","Source Han Sans SC","PingFang SC","Microsoft YaHei",sans-serif;overflow-wrap:anywhere}
a{color:var(--link);text-decoration:none}a:hover{text-decoration:underline}
h1{font-size:1.7rem;line-height:1.3;margin:0}
h2{font-size:1.2rem;margin:3rem 0 .75rem;padding-bottom:.35rem;border-bottom:1px solid var(--line)}
h3.minor{font-size:.9rem;margin:1.5rem 0 .4rem;color:var(--soft)}
[lang=en]{color:var(--soft);font-weight:400;font-size:.85em}
.soft{color:var(--soft);font-size:.85rem;margin:.3rem 0}
.legend,.pages,.names{list-style:none;padding:0;margin:.5rem 0;display:flex;flex-wrap:wrap;gap:.3rem 1.1rem}
.legend mark{padding:0 .3em}
.toggle{display:block;font-size:.85rem;color:var(--soft);margin:.75rem 0}
.cards{display:grid;grid-template-columns:repeat(auto-fill,minmax(14rem,1fr));gap:.75rem;list-style:none;padding:0;margin:0}
.cards li{background:var(--card);border:1px solid var(--line);border-radius:.4rem;padding:.75rem .9rem;break-inside:avoid}
.cards p{margin:.2rem 0;font-size:.85rem;color:var(--soft)}
article,.untitled,.loose{font-family:"Noto Serif CJK SC","Source Han Serif SC","Songti SC",SimSun,serif;font-size:1.06rem;line-height:2}
article,.untitled{margin:1.5rem 0 2.25rem}
article p,.untitled p{margin:0 0 .3rem;text-indent:2em;text-align:justify}
article h3{font-size:1.3rem;line-height:1.6;margin:.2rem 0 .4rem;text-wrap:balance}
article .title,.untitled .title{text-indent:0;text-align:left;margin:0;color:var(--soft)}
.loose{font-size:.92rem;line-height:1.8;border-left:2px solid var(--line);padding-left:.9rem;margin:1.25rem 0;color:var(--soft)}
.loose p{margin:0}
mark{--c:#777;color:inherit;background:color-mix(in srgb,var(--c) 10%,transparent);border-bottom:2px solid var(--c);border-radius:2px 2px 0 0;margin:0 1px;-webkit-box-decoration-break:clone;box-decoration-break:clone}
mark:has(mark){padding-bottom:4px}
mark.suggested{background:none;border-bottom:1px dashed var(--c)}
mark.rejected{background:none;border-bottom:1px dotted var(--soft);text-decoration:line-through}
mark.unsure::before{content:"?";color:var(--soft);font-size:.7em;vertical-align:super;font-family:sans-serif}
mark:target{outline:2px solid var(--c)}
body:has(#labels:checked) mark[data-t]::after{content:attr(data-t);color:var(--c);font:.62em/1 "Noto Sans CJK SC",sans-serif;vertical-align:super;margin-left:.15em;white-space:nowrap}
.names .soft{white-space:nowrap}
.cards strong,h3,.names li,.said li{text-spacing-trim:trim-start}
.said{list-style:none;margin:0;padding:0;font-size:.9rem}.said li{display:grid;grid-template-columns:10rem 1fr;gap:1rem;margin:.2rem 0}.said span{white-space:pre-line;color:var(--soft)}
.names{display:block;columns:16rem;column-gap:2rem}.names li{break-inside:avoid;margin:.15rem 0}
footer{margin-top:4rem;border-top:1px solid var(--line);padding-top:.75rem}
`

/** On paper there is nothing to point at, so that types are always said. */
const print = `@page{margin:18mm 16mm}@media print{body{max-width:none;padding:0;font-size:10.5pt;background:none}.toggle{display:none}a{color:inherit}section.page{break-before:page}h2,h3{break-after:avoid}mark[data-t]::after{content:attr(data-t);font-size:.62em;vertical-align:super;margin-left:.15em}}`
