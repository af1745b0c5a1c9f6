"""Forms of voting: what an official prepares a round with, and what a voter answers it with."""
