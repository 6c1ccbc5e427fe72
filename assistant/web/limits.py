"""How much one person or one address may ask for: token buckets, in memory."""

from __future__ import annotations

import ipaddress
import time
from collections import OrderedDict
from collections.abc import Callable

KEYS = 10_000


class Limit:
    """Lets each key do something `most` times at once, and then `per_second`."""

    def __init__(
        self, most: float, per_second: float, keys: int = KEYS, clock: Callable[[], float] = time.monotonic
    ) -> None:
        self._most, self._rate, self._keys, self._clock = float(most), float(per_second), keys, clock
        self._left: OrderedDict[str, tuple[float, float]] = OrderedDict()
        """How often each key may still, and when that was counted; the longest unused first."""

    def wait(self, key: str) -> float:
        """Count one use and return 0.0; or count none and return how many seconds to wait for it."""
        now = self._clock()
        left, at = self._left.get(key, (self._most, now))
        left = min(self._most, left + (now - at) * self._rate)
        allowed = left >= 1
        self._left[key] = (left - 1 if allowed else left, now)
        self._left.move_to_end(key)
        # Forgotten first is who was away longest; by then most buckets are full again.
        while len(self._left) > self._keys:
            self._left.popitem(last=False)
        return 0.0 if allowed else (1 - left) / self._rate

    def __len__(self) -> int:
        return len(self._left)


def household(address: str) -> str:
    """Return what is counted as one caller: an IPv4 address, or the network an IPv6 line gets."""
    try:
        known = ipaddress.ip_address(address.strip("[]"))
    except ValueError:
        return address[:64]
    if known.version == 4:
        return str(known)
    mapped = known.ipv4_mapped
    return str(mapped or ipaddress.ip_network((known, 64), strict=False))
