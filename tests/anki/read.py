"""Imports a package with the real Anki library and prints what came of it, as JSON.

read.py PACKAGE FOLDER
"""

import datetime
import json
import os
import sys

from anki.collection import Collection, ImportAnkiPackageOptions, ImportAnkiPackageRequest

package, folder = sys.argv[1:]
col = Collection(os.path.join(folder, "collection.anki2"))
options = ImportAnkiPackageOptions(merge_notetypes=True, with_scheduling=True, with_deck_configs=True)
log = col.import_anki_package(ImportAnkiPackageRequest(package_path=package, options=options)).log
# The study day begins at the rollover hour.
today = (datetime.datetime.now() - datetime.timedelta(hours=col.get_config("rollover", 4))).date()


def due(card):
    if card.queue == 1 or (card.queue < 0 and card.due > 1_000_000_000):
        return card.due
    if card.type == 0:
        return None
    return str(today + datetime.timedelta(days=card.due - col.sched.today))


cards = []
for number in col.find_cards("", order="c.id"):
    card = col.get_card(number)
    note = card.note()
    state = card.memory_state
    cards.append(
        {
            "guid": note.guid,
            "fields": note.fields,
            "tags": note.tags,
            "deck": col.decks.name(card.did),
            "question": card.question(),
            "type": card.type,
            "queue": card.queue,
            "due": due(card),
            "interval": card.ivl,
            "reps": card.reps,
            "lapses": card.lapses,
            "left": card.left,
            "flag": card.user_flag(),
            "stability": state.stability if state else None,
            "difficulty": state.difficulty if state else None,
            "checksum": col.db.scalar("select csum from notes where id = ?", note.id),
            "reviews": [
                list(row)
                for row in col.db.all(
                    "select id, ease, ivl, time, type from revlog where cid = ? order by id", card.id
                )
            ],
        }
    )
print(
    json.dumps(
        {
            "new": len(log.new),
            "cards": cards,
            "media": sorted(os.listdir(col.media.dir())),
            "problems": col.fix_integrity()[0],
        }
    )
)
