recountPart("en-p0","c6b9141c",[["Public Name","Al Sabahiya, 8 June 2017","strikes/P1.html#people"]]);
