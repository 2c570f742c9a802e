recountPart("en-s0","eb5a9ea2",[["Al Sabahiya, 8 June 2017","P1, 3 killed, Fair","strikes/P1.html"],["Al Badou, 10 June 2017","P3, 1 killed, Fair","strikes/P3.html"]]);
