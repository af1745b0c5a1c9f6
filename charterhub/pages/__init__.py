"""Home, and pages about the service itself: how it works, and what is kept about people."""
