"""A register of gifted, talented and more able pupils, kept in one local file."""

__version__ = "0.1.0"
