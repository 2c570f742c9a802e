recountPart("ar-s0","d202382c",[["٢١ آب/أغسطس ٢٠١٧","⁨S1⁩، ٢ قتيلان","strikes/S1.html"],["٢٢ آب/أغسطس ٢٠١٧","⁨S2⁩، ١ قتيل","strikes/S2.html"]]);
