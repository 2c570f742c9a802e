recountPart("en-s0","21ca7b60",[["8 June 2017","A1, no figure for deaths","strikes/A1.html"]]);
