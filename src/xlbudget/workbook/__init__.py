"""The only room that knows .xlsx: it writes books and saves them safely."""
