"""The platforms on the left: a searchable, filterable list to drag from."""
