"""Reads XMI or JSON CAS with cassis (BIAOZHU_PEER_CASSIS: its src folder) and prints the covered texts."""
import os
import sys
import warnings

sys.path.insert(0, os.environ["BIAOZHU_PEER_CASSIS"])
import cassis

warnings.simplefilter("error")
warnings.filterwarnings("ignore", category=DeprecationWarning)
types, *files = sys.argv[1:]
for name in files:
    with open(name, "rb") as file:
        if name.endswith(".json"):
            cas = cassis.load_cas_from_json(file)
        else:
            with open(types, "rb") as system:
                cas = cassis.load_cas_from_xmi(file, typesystem=cassis.load_typesystem(system))
    for mention in cas.select("webanno.custom.BiaozhuMention"):
        print(name, mention.label, mention.get_covered_text().replace("\n", "\\n"), sep="\t")
