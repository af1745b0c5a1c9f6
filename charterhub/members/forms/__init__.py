"""The forms of joining and belonging. The rules of the campaign's form are those of `signed_form`, shown beside each field."""
