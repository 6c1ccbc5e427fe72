"""Ways in and out: one channel is one file. All take their messages through `intake` and never fall silent."""
