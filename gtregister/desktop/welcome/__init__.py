"""What one sees before a register is open."""
