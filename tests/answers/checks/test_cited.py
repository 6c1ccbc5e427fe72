"""Each claiming sentence cites facts."""

from __future__ import annotations

import pytest

from answers.checks.cited import uncited
from answers.topic import Section


@pytest.mark.parametrize(
    "brief, found",
    [
        pytest.param("It is a pill.", 1, id="claim"),
        pytest.param("It is a pill. [suni-01]", 0, id="cited"),
        pytest.param("You could ask your team:", 0, id="lead-in"),
        pytest.param("It is a pill. [suni-01] It helps.", 1, id="second"),
    ],
)
def test_a_claim_without_a_fact_is_found(brief, found):
    section = Section("drug/x", "overview", brief, "", "", "Ask.", 1)

    assert len(list(uncited(section))) == found
