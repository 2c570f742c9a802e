recountPart("en-s0","92517069",[["8 June 2017","A1, no figure for deaths","strikes/A1.html"]]);
