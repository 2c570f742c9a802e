recountPart("ar-g0",[["البيانات","","data.html"],["In English","","english.html"],["كيف تُحسب الأرقام","","methodology.html"],["الغارات","","strikes/index.html"],["الضحايا","","victims.html"]]);
