"""Questions about the register and their answers."""
