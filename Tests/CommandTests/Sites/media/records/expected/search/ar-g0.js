recountPart("ar-g0","d202382c",[["البيانات","","data.html"],["Method","","method.html"],["كيف تُحسب الأرقام","","methodology.html"],["الغارات","","strikes/index.html"]]);
