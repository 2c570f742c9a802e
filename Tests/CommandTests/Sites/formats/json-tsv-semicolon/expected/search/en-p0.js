recountPart("en-p0","14d4607c",[["A Name, with a comma","8 June 2017","strikes/J1.html#people"],["Another; name","8 June 2017","strikes/J1.html#people"]]);
