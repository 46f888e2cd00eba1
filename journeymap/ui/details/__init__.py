"""The panel on the right: shows what is selected and asks what is not known yet."""
