"""The NLU pipeline: one graph component is one file. Order: language, vectors, safety, meaning."""
