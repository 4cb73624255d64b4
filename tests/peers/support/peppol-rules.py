"""Holds the documents of a folder to the rules of EN 16931 and Peppol: `RULES compile` makes them, `RULES FOLDER` applies them."""

import pathlib
import re
import sys

from saxonche import PySaxonProcessor

SETS = ("CEN-EN16931-UBL", "PEPPOL-EN16931-UBL")
ASSERT = re.compile(r"<svrl:failed-assert.*?>", re.S)


def attribute(tag, name):
    found = re.search(name + r'="([^"]*)"', tag)
    return found.group(1) if found else ""


rules, wanted = pathlib.Path(sys.argv[1]), sys.argv[2]
with PySaxonProcessor(license=False) as saxon:
    xslt = saxon.new_xslt30_processor()
    for name in SETS:
        if wanted == "compile":
            maker = xslt.compile_stylesheet(stylesheet_file=str(rules / "xslt/2.0/pipeline-for-svrl.xsl"))
            made = maker.transform_to_string(source_file=str(rules / f"{name}.sch"))
            (rules / f"{name}.xsl").write_text(made)
            continue
        check = xslt.compile_stylesheet(stylesheet_file=str(rules / f"{name}.xsl"))
        for path in sorted(pathlib.Path(wanted).glob("*.xml")):
            report = check.transform_to_string(source_file=str(path))
            for tag in ASSERT.findall(report):
                print(path.name, attribute(tag, "id"), attribute(tag, "flag"))
