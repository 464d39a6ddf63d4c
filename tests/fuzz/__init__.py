"""Files that nobody would make, given to the importers until something breaks.

`python -m tests.fuzz KEY SECONDS SEED` tries one target of `targets.TARGETS`: every
importer by its key, and every kind of file. It prints what it finds, with the seed that
finds it again. The suite runs ten thousand of them, always the same.
"""
