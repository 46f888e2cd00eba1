"""The journey itself: frozen records, quantities and changes. Knows no other room."""
