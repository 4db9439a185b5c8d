"""The recipe of the embedded Dutch pipeline."""
