"""The forms of a charter: bring in or start a text, correct its outline, edit a clause, publish, enter a phase."""
