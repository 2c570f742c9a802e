recountPart("en-p0","4053d9c2",[["A Name, with a comma","8 June 2017","strikes/J1.html#people"],["Another; name","8 June 2017","strikes/J1.html#people"]]);
