"""What the peer answers: the section of an intent, what else it may be, the report of the turn.

Apart from the actions, because whoever imports an action of Rasa's registers it in the process.
Runs in Rasa's own environment: Python 3.10, and of ours only modules that need nothing but the standard library.
"""

from __future__ import annotations

from rasa_sdk import Tracker
from rasa_sdk.events import SlotSet
from rasa_sdk.executor import CollectingDispatcher

from benchmarks.peers.labels import intent_name, label_named, topic_of
from benchmarks.peers.store import Store


def respond(store: Store, dispatcher: CollectingDispatcher, tracker: Tracker) -> list:
    """Send the section an intent stands for; of a follow-up, the section of the topic talked of last."""
    # Not get_intent_of_latest_message(): after a fallback it returns the runner-up.
    label = label_named(tracker.latest_message["intent"]["name"])
    if label in store.aspects:
        label = store.followed_up(label, tracker.get_slot("topic"))
    ranked = [label_named(one["name"]) for one in tracker.latest_message["intent_ranking"]]
    report = store.report(label, ranked, tracker.latest_message["intent"]["confidence"])
    buttons = [{"title": store.title(address), "payload": f"/{intent_name(address)}"} for address in report["offered"]]
    dispatcher.utter_message(text=store.text(label), buttons=buttons)
    dispatcher.utter_message(json_message={"turn": report})
    return [SlotSet("topic", topic_of(address)) for address in report["answers"]]
