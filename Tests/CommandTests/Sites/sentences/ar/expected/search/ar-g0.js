recountPart("ar-g0","c77e62d4",[["البيانات","","data.html"],["كيف تُحسب الأرقام","","methodology.html"],["الغارات","","strikes/index.html"]]);
