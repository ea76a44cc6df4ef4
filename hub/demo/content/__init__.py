"""English texts of the demonstration hub, as plain data. No module here imports Django."""
