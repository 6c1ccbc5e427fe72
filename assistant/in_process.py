"""Runs the actions inside the Rasa process: the one module of `assistant` that may import `rasa_sdk`."""

from __future__ import annotations

import logging
from typing import Any

from rasa.utils.endpoints import EndpointConfig
from rasa_sdk.executor import ActionExecutor

from assistant.quiet import kind_of

logger = logging.getLogger(__name__)


class InProcessActions(EndpointConfig):
    """Looks like an action endpoint to Rasa and calls the actions directly."""

    def __init__(self, package: str = "actions") -> None:
        super().__init__(url="in-process", enable_selective_domain=True)
        self._executor = ActionExecutor()
        self._executor.register_package(package)

    async def request(self, *args: Any, json: dict[str, Any] | None = None, **kwargs: Any) -> Any:
        """Return what the action named in `json` answers, as an action server would."""
        try:
            return await self._executor.run(json)
        except Exception as error:
            # Rasa would go on in silence; the channel says the failure notice, and this is for the operator.
            logger.error("the action %s failed: %s", (json or {}).get("next_action"), kind_of(error))
            raise
