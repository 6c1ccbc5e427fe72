"""The nurse console `/nurse`: scripts, search, answers side by side, review, and what came back from people.

It stands behind the clinic's sign-in, is rendered on the server, and keeps nothing about a patient.
"""

from assistant.console.blueprint import console_blueprint

__all__ = ["console_blueprint"]
