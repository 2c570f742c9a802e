recountPart("ar-s0","7b8eb76d",[["⁨North Market⁩، ٨ حزيران/يونيو ٢٠١٧","⁨S1⁩، ٤ قتلى، مؤكد","strikes/S1.html"]]);
