recountPart("en-s0","81becfcc",[["8 June 2017","A1, no figure for deaths","strikes/A1.html"]]);
