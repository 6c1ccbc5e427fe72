"""Vetted answers about stage IV kidney cancer: what we say, and nothing about chatbots.

Imports neither Rasa nor its SDK, so that the action server, the trainer, the
command line and the tests all read the same answers in the same way.
"""

from answers.errors import AnswersError, ContentError, NoAnswer, Withheld
from answers.library import Library
from answers.render import render

__all__ = ["AnswersError", "ContentError", "Library", "NoAnswer", "Withheld", "render"]
