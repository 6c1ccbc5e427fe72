"""Tools of the developers: evaluation."""
