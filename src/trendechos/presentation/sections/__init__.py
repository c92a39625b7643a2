"""The sections of a brief, one module each, in the order a reader needs them."""
