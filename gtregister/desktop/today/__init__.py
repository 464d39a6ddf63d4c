"""The first page: how things stand today."""
