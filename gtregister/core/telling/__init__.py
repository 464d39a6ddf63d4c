"""Who has to be told what, the letters, and the answers."""
