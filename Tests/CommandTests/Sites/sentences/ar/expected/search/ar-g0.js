recountPart("ar-g0","da7013b2",[["البيانات","","data.html"],["كيف تُحسب الأرقام","","methodology.html"],["الغارات","","strikes/index.html"]]);
