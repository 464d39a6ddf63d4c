"""Copies of the register: made, checked, and put in its place."""
