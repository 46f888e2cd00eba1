"""Files of other programs as sheets of cells: workbooks and text tables, whatever their ending says."""
