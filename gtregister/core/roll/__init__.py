"""The pupils of the school: who they are, their results, and their families."""
