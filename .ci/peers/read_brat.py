"""Reads standoff files with brat's own parser (BIAOZHU_PEER_BRAT: its server/src folder), prints their texts."""
import os
import sys

sys.path.insert(0, os.environ["BIAOZHU_PEER_BRAT"])
from annotation import TextAnnotations

for name in sys.argv[1:]:
    with open(name[:-4] + ".txt", encoding="utf-8", newline="") as file:
        text = file.read()
    with open(name, encoding="utf-8", newline="") as file:
        source = file.read()
    annotations = TextAnnotations(text=text, source=source, read_only=True)
    if annotations.failed_lines:
        sys.exit(f"{name}: lines {annotations.failed_lines} failed")
    for mention in annotations.get_textbounds():
        pieces = [text[start:end] for start, end in mention.spans]
        if " ".join(pieces) != mention.text:
            sys.exit(f"{name}: {mention.id} has {mention.text!r} for {pieces!r}")
        print(name, mention.type, "…".join(pieces), sep="\t")
