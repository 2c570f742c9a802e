recountPart("en-s0",[["8 June 2017","J1, 3–8 killed","strikes/J1.html"],["9 June 2017","J2, at least 4 killed","strikes/J2.html"],["10 June 2017","J3, no figure for deaths","strikes/J3.html"]]);
