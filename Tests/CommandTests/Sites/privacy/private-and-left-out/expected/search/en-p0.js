recountPart("en-p0","14190b0d",[["Public Name","Al Sabahiya, 8 June 2017","strikes/P1.html#people"]]);
