recountPart("ar-g0","7b8eb76d",[["البيانات","","data.html"],["كيف تُحسب الأرقام","","methodology.html"],["الغارات","","strikes/index.html"],["الضحايا","","victims.html"]]);
