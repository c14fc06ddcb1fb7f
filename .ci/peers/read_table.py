"""Reads a workbook with openpyxl or a table with Python's csv, and prints page, type and text of its mentions."""
import csv
import sys

name = sys.argv[1]
if name.endswith(".xlsx"):
    import openpyxl

    book = openpyxl.load_workbook(name)
    print("sheets", *book.sheetnames, file=sys.stderr)
    rows = [["" if cell is None else str(cell) for cell in row] for row in book["提及"].iter_rows(values_only=True)]
else:
    with open(name, encoding="utf-8-sig", newline="") as file:
        rows = list(csv.reader(file))
head, *body = rows
at = {title: i for i, title in enumerate(head)}
page, kind, text = (at[en] if en in at else at[zh] for en, zh in (("page", "页面"), ("type", "类型"), ("text", "文字")))
for row in body:
    if len(row) != len(head):
        sys.exit(f"{len(row)} cells in a row of {len(head)}")
    # An apostrophe keeps a text from being a formula.
    value = row[text][1:] if row[text].startswith("'") else row[text]
    if value:
        print(row[page], row[kind], value.replace("\r\n", "\n").replace("\n", "\\n"), sep="\t")
