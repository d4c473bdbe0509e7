"""Put a district's budget together from the answers that count."""
