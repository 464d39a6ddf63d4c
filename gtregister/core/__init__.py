"""What the register knows and does: rules and SQL, no Qt and no file formats."""
