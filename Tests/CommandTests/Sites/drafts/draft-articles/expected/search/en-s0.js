recountPart("en-s0","1a0a008e",[["8 June 2017","A1, no figure for deaths","strikes/A1.html"]]);
