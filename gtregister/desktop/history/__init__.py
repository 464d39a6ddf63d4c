"""What was changed, and putting it back."""
