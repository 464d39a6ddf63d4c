"""Parts of windows that know Qt and nothing of the register."""
