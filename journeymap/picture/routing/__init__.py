"""Links run at right angles on tracks of their own and never through a box that is not theirs."""
