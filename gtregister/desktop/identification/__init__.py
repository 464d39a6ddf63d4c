"""Who may belong on the register, and deciding it."""
