"""The school, and how the program is set up for it."""
