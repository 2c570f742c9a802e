recountPart("en-s0","219eac6a",[["Sample Square, 2 June 2017","A1, 3 killed, Confirmed","strikes/A1.html","ساحة العيّنة"],["Sample Street, 3 June 2017","A2, 2–4 killed, Weak","strikes/A2.html"]]);
