"""Who may belong on the register, and what people decide."""
