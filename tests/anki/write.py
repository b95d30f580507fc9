"""Makes a collection with the real Anki library, studies it, and exports it in every layout.

write.py FOLDER

Writes legacy.apkg, latest.apkg and whole.colpkg, and prints what the collection holds, as JSON.
"""

import json
import os
import sys

from anki.collection import Collection, ExportAnkiPackageOptions

folder = sys.argv[1]
col = Collection(os.path.join(folder, "made.anki2"))
col.set_config("fsrs", True)
col.media.write_data("图 (1).png", b"\x89PNG\r\n\x1a\n not a real one")
cnn, rnn = col.decks.id("面试::CNN"), col.decks.id("面试::RNN")


def add(kind, deck, **fields):
    note = col.new_note(col.models.by_name(kind))
    for name, text in fields.items():
        note[name.replace("_", " ")] = text
    col.add_note(note, deck)
    return note


add("Basic", cnn, Front="什么是<b>卷积</b>？", Back='局部连接<br>\\(a &lt; b_1\\)<img src="图 (1).png">')
add("Basic (and reversed card)", cnn, Front="ReLU", Back="<ul><li>max(0, x)</li><li>sparse *</li></ul>")
add("Cloze", rnn, Text="An {{c1::LSTM::net}} has {{c2::gates}}", Back_Extra="<pre>x = a &lt; b</pre>")
add("Basic", rnn, Front="Suspended?", Back="yes")
add("Basic", rnn, Front="Never asked?", Back="<table><tr><td>a</td><td>b</td></tr><tr><td>1</td><td>2</td></tr></table>")

eases = iter([4, 3, 1, 3, 2, 3, 3, 4, 3, 3, 3, 1])
for deck in (cnn, rnn):
    col.decks.select(deck)
    for _ in range(6):
        card = col.sched.getCard()
        if card is None or card.note().fields[0].startswith("Never"):
            break
        card.start_timer()
        col.sched.answerCard(card, next(eases))
# The past is what makes a history: every review happened some days ago, its card with it.
col.db.execute("update revlog set id = id - 86400000 * 3")
suspended = [card for card in col.find_cards("Suspended?")]
col.sched.suspend_cards(suspended)
col.set_user_flag_for_cards(2, col.find_cards("卷积"))

for legacy, name in ((True, "legacy.apkg"), (False, "latest.apkg")):
    options = ExportAnkiPackageOptions(
        with_scheduling=True, with_deck_configs=True, with_media=True, legacy=legacy
    )
    col.export_anki_package(out_path=os.path.join(folder, name), options=options, limit=None)

cards = []
for number in col.find_cards("", order="c.id"):
    card = col.get_card(number)
    cards.append(
        {
            "guid": card.note().guid,
            "ord": card.ord,
            "type": card.type,
            "days": card.due - col.sched.today if card.type == 2 else None,
            "suspended": card.queue == -1,
            "flag": card.user_flag(),
            "reviews": col.db.all(
                "select id, ease, time from revlog where cid = ? and ease > 0 order by id", number
            ),
        }
    )
print(json.dumps({"cards": cards}))
col.export_collection_package(os.path.join(folder, "whole.colpkg"), include_media=True, legacy=False)
