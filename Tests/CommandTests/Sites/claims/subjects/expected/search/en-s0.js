recountPart("en-s0","42efe808",[["Al Sabahiya, 8 June 2017","A1, 3 killed","strikes/A1.html"],["Al Badou, 21 June 2017","A2, 8 killed","strikes/A2.html"]]);
