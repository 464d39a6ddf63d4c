"""Who was proposed by whom."""
