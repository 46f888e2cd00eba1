"""The map as tables: what every kind of record is called, said and written as, column by column."""
