recountPart("ar-g0",[["من يقول ماذا","","claims.html"],["البيانات","","data.html"],["كيف تُحسب الأرقام","","methodology.html"],["الغارات","","strikes/index.html"],["الضحايا","","victims.html"]]);
