"""The pages of the console: each module has `add(console)`."""
