recountPart("en-s0","b69b93c9",[["8 June 2017","S1, 3 killed","strikes/S1.html"],["9 June 2017","S2, 1 killed","strikes/S2.html"],["10 June 2017","S3, 2 killed","strikes/S3.html"]]);
