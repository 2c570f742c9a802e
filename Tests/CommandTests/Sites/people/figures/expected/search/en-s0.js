recountPart("en-s0","32a6b45a",[["North Market, 8 June 2017","S1, 3 killed, Confirmed","strikes/S1.html"],["South Bridge, July 2017","S2, 2 killed, Weak","strikes/S2.html"]]);
