recountPart("en-s0","7b8eb76d",[["North Market, 8 June 2017","S1, 4 killed, Confirmed","strikes/S1.html"]]);
