"""How the cost grows: ratios of things measured side by side, since absolute times hold for one machine only."""
