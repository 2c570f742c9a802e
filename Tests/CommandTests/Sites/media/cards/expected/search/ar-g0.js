recountPart("ar-g0","b69b93c9",[["البيانات","","data.html"],["المنهج","","method.html"],["كيف تُحسب الأرقام","","methodology.html"],["Other","","other.html"],["الغارات","","strikes/index.html"]]);
