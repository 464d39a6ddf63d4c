"""Letters to families."""
