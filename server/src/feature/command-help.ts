/** What `biaozhu --help` prints. */

export const help = `biaozhu: reads Chinese newspaper pages and lists what they mention.

Usage:
  biaozhu mentions    [--format table|jsonl] PATH…
  biaozhu articles    [--format table|jsonl] PATH…
  biaozhu initiatives [--format table|jsonl] PATH…
  biaozhu export --format brat --out DIR PATH…
  biaozhu score [--errors [TYPE]] [--format table|jsonl] PATH…
  biaozhu score --articles LIST.json [--errors [PART]] [--format …] PATH…
  biaozhu --help | --version

PATH is a page or a folder of pages (its .txt files, in all its folders, sorted).
Pages are UTF-8, or else GB18030, or else what "encoding" in the folder's
corpus.json says.

Commands:
  mentions     people, organisations, places, dates, initiatives, …
  articles     the articles of each page with title and authors
  initiatives  programmes, campaigns, competitions, … over all pages
  export       DIR/PAGE.ann for each page, in brat standoff
  score        how well what is found agrees with pages that people marked
               (⟦name|Type⟧): precision, recall and F1 by type, of exact spans
               and of spans that overlap; with --errors what differs. With
               --articles: the pages' articles against a list of them.

Positions are code points over the text with LF newlines and without byte order
mark.

Examples:
  biaozhu initiatives seeds
  biaozhu mentions --format jsonl seeds/000_43f4299937225fbf.txt
  biaozhu mentions --format jsonl seeds | grep '"type":"Person"'
  biaozhu export --format brat --out annotated seeds
  biaozhu score --errors Person test/gold

Exit status: 0 done; 1 faults found by a check; 2 misuse or input that cannot be
read.
`
