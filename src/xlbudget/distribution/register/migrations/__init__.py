"""How a register comes from one version to the next; ``store/upgrade`` runs what is missing."""
