recountPart("ar-g0","db411046",[["البيانات","","data.html"],["كيف تُحسب الأرقام","","methodology.html"],["أرقام","","numbers.html"],["الضحايا","","victims.html"]]);
