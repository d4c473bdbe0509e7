"""The register's engine room: tables, transactions, and refusals in words; no budget here."""
