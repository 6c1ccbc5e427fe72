"""The guide beside its peers: each system started, asked the same questions over REST, and timed, on one machine."""
