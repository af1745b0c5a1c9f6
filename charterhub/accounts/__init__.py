"""Who people are: accounts confirmed by e-mail, their names, and the roles they hold."""
