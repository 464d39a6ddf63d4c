"""Activities: planned, filled, held and looked back on."""
