"""CharterHub: writing a rights charter together. The application is made in `charterhub.app`; this file stays
empty so that the pure packages (`charterhub.text`, `charterhub.counting`) start without Flask."""
