# Reads a SIE file with pysie-accounting and says what it found as JSON.
import json
import sys

import pandas as pd
from pysie_accounting.pysie import PySIE

sie = PySIE()
sie.sie_encoding = "cp437"
# It joins balances with codes of tax forms, which a file of type 4I has none of.
sie.dftrans = pd.DataFrame(columns=["SRU", "Ink2"])
sie.open(sys.argv[1])
vouchers = [
    {"number": number, "date": date, "text": text, "entries": entries}
    for number, (date, text, _, entries) in sie.verifikat.items()
]
print(json.dumps({"organisationNumber": sie.orgnr, "name": sie.fnamn, "vouchers": vouchers}))
