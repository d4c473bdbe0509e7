"""Excel on the Mac, on the web and on Windows: an add-in of static files, with Python inside."""
