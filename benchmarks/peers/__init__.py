"""Other ways to do what the guide does, behind the same REST contract, so that they are measured like it."""
