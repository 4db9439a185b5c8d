"""Letter sentences with gold trees: a lexicon, the building of clauses, templates."""
