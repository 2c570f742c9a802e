recountPart("ar-g0",[["البيانات","","data.html"],["The method","","method.html"],["كيف تُحسب الأرقام","","methodology.html"],["الغارات","","strikes/index.html"],["الرواية","","what-happened.html"]]);
