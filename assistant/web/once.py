"""One turn for one message, however often it arrives: a lost connection must not ask twice."""

from __future__ import annotations

import asyncio
import time
from collections import OrderedDict
from collections.abc import Callable, Coroutine
from typing import Any

Replies = list[dict[str, Any]]
IDS, CONVERSATIONS, SECONDS = 3, 300, 600.0


class Once:
    """Remembers the replies to the last few messages of a conversation, for a few minutes, in memory alone."""

    def __init__(
        self,
        ids: int = IDS,
        conversations: int = CONVERSATIONS,
        seconds: float = SECONDS,
        clock: Callable[[], float] = time.monotonic,
    ) -> None:
        self._ids, self._conversations, self._seconds, self._clock = ids, conversations, seconds, clock
        self._turns: OrderedDict[str, OrderedDict[str, asyncio.Task[Replies]]] = OrderedDict()
        self._used: dict[str, float] = {}

    async def replies(
        self, conversation: str, message: str, turn: Callable[[], Coroutine[Any, Any, Replies]]
    ) -> Replies:
        """Return the replies to a message; the turn runs only if it did not yet."""
        self._drop_old()
        turns = self._turns.setdefault(conversation, OrderedDict())
        self._turns.move_to_end(conversation)
        self._used[conversation] = self._clock()
        if message not in turns:
            turns[message] = asyncio.get_running_loop().create_task(turn())
            while len(turns) > self._ids:
                turns.popitem(last=False)
        # Whoever waits may hang up; the turn is not left half done, and its replies are there when they ask again.
        return await asyncio.shield(turns[message])

    def forget(self, conversation: str, message: str | None = None) -> None:
        """Forget what was said in a conversation, or only the replies to one message."""
        if message is None:
            self._turns.pop(conversation, None)
            self._used.pop(conversation, None)
        else:
            self._turns.get(conversation, OrderedDict()).pop(message, None)

    def _drop_old(self) -> None:
        oldest = self._clock() - self._seconds
        while self._turns:
            conversation = next(iter(self._turns))
            if self._used[conversation] >= oldest and len(self._turns) < self._conversations:
                return
            self.forget(conversation)

    def __len__(self) -> int:
        return len(self._turns)
