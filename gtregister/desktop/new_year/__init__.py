"""The new school year: what it brings each pupil, and starting it."""
