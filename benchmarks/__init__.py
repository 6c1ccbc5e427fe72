"""Benchmarks: figures, never verdicts."""
