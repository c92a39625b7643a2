"""How the brief says things: dates, figures, names, and the rules that its own prose obeys."""
