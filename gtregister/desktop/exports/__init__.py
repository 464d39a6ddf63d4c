"""Handing lists out: to a file or to a printer."""
