recountPart("ar-g0","736ca7a4",[["البيانات","","data.html"],["كيف تُحسب الأرقام","","methodology.html"],["أرقام","","numbers.html"],["الضحايا","","victims.html"]]);
