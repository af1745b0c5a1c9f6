"""Where everything meets on the page: a version's text with its margin, one clause with all that was said of it, the
comparison of two versions, and the journal. A top layer: it reads from every room below and writes nothing."""
