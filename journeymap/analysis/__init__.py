"""What the map tells: walls, ranking, chains, figures. Pure functions; METHOD is the specification."""
