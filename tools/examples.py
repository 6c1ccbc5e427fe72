"""Prints every training example as a line of JSON, with what is to be read from it, for `make adapt`."""

from __future__ import annotations

import json
import sys
from collections.abc import Iterator

from assistant.quiet import hush

hush()

from rasa.shared.nlu.training_data.training_data import TrainingData  # noqa: E402 warnings must be off before

from assistant import alarm, reading, taught  # noqa: E402
from assistant.components.meaning import asking_intents  # noqa: E402
from assistant.importer import ContentImporter  # noqa: E402


def lines(data: TrainingData) -> Iterator[dict[str, str]]:
    """Yield text, topic, intent and sign of each example; empty where the example does not tell."""
    asking = set(asking_intents(data))
    for text, intent, marks in taught.examples_of(data):
        topic = marks.get("topic") or (reading.SAME if intent in asking else "")
        said = "" if intent.startswith("report_") else intent
        yield {"text": text, "topic": topic, "intent": said, "sign": marks.get("sign") or intent}
    for text in taught.lookup_of(data, alarm.LOOK_ALIKE):
        yield {"text": text, "topic": "", "intent": "", "sign": alarm.LOOK_ALIKE}


def main() -> int:
    """Print them."""
    for line in lines(ContentImporter("config.yml", "domain.yml", ["data"]).get_nlu_data()):
        print(json.dumps(line, ensure_ascii=False))
    return 0


if __name__ == "__main__":
    sys.exit(main())
