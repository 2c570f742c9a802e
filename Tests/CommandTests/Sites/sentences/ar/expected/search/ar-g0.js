recountPart("ar-g0",[["البيانات","","data.html"],["كيف تُحسب الأرقام","","methodology.html"],["الغارات","","strikes/index.html"]]);
