"""The register and the pupils on it."""
