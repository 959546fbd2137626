"""What a briefing is: frozen, typed values that import nothing above them."""
