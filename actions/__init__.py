"""What the action server does: one action is one file, and thin."""
