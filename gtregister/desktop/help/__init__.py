"""The manual, and what the program is."""
