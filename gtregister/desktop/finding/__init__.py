"""Finding a pupil, a page or a command by typing."""
