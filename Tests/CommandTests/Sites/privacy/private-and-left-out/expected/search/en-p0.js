recountPart("en-p0","eb5a9ea2",[["Public Name","Al Sabahiya, 8 June 2017","strikes/P1.html#people"]]);
