recountPart("en-s0","9bc047de",[["8 June 2017","A1, no figure for deaths","strikes/A1.html"]]);
