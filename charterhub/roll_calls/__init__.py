"""The public roll call: member governments are called, and each answers for itself, with its delegate's role and statement."""
