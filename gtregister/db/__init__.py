"""The register file: the only folder that knows SQLite."""
