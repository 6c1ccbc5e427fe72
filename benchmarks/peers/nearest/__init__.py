"""Peers without understanding: the answer is the label of the document nearest to the message."""
