"""Mentors and their pupils."""
