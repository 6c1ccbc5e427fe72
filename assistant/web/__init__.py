"""The web surface: the page, the widget's files, hand-outs and visit lists, and what guards them."""
