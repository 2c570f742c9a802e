recountPart("ar-s0","5ab58863",[["ساحة العيّنة، ٢ حزيران/يونيو ٢٠١٧","⁨A1⁩، ٣ قتلى، مؤكد","strikes/A1.html"],["⁨Sample Street⁩، ٣ حزيران/يونيو ٢٠١٧","⁨A2⁩، ٢–٤ قتلى، Weak","strikes/A2.html"]]);
