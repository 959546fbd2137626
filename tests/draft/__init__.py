"""Drafting, on letters of councils that do not exist; see `letters/`, one for each form that letters take."""
