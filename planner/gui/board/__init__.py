"""The board: phases as lanes, channels as cards."""
