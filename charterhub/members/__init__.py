"""Member governments: local and regional governments of all sizes, and the enrolment form by which they join."""
