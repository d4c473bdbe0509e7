"""What came home: submissions with their lines and findings, which of them count, and totals."""
