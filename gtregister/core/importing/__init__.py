"""From files to the register: what an import would do, and doing it."""
