recountPart("en-s0","d202382c",[["21 August 2017","S1, 2 killed","strikes/S1.html"],["22 August 2017","S2, 1 killed","strikes/S2.html"]]);
