"""Imports a package with the real Anki library and exports the collection again.

pass.py PACKAGE FOLDER

Writes back.apkg.
"""

import json
import os
import sys

from anki.collection import (
    Collection,
    ExportAnkiPackageOptions,
    ImportAnkiPackageOptions,
    ImportAnkiPackageRequest,
)

package, folder = sys.argv[1:]
col = Collection(os.path.join(folder, "passed.anki2"))
options = ImportAnkiPackageOptions(merge_notetypes=True, with_scheduling=True, with_deck_configs=True)
col.import_anki_package(ImportAnkiPackageRequest(package_path=package, options=options))
options = ExportAnkiPackageOptions(with_scheduling=True, with_deck_configs=True, with_media=True, legacy=False)
count = col.export_anki_package(out_path=os.path.join(folder, "back.apkg"), options=options, limit=None)
print(json.dumps({"notes": count}))
