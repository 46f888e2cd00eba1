"""What stops and asks: unsaved changes, rescue, export, settings, about. Buttons say what they do."""
