recountPart("ar-g0","78f62656",[["البيانات","","data.html"],["كيف تُحسب الأرقام","","methodology.html"],["الغارات","","strikes/index.html"]]);
