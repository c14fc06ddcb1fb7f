"""Reads BIO tags with NLTK's conlltags2tree and prints the texts of its chunks."""
import sys

from nltk.chunk.util import conlltags2tree

for name in sys.argv[1:]:
    with open(name, encoding="utf-8", newline="") as file:
        sentences = file.read().split("\n\n")
    for sentence in sentences:
        rows = [line.rsplit(" ", 1) for line in sentence.split("\n") if line and not line.startswith("-DOCSTART-")]
        tree = conlltags2tree([(token, "_", tag) for token, tag in rows], strict=True)
        for chunk in tree:
            if hasattr(chunk, "label"):
                print(name, chunk.label(), "".join(token for token, _ in chunk), sep="\t")
