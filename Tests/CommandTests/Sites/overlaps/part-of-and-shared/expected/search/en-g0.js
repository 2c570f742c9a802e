recountPart("en-g0","eb59d81d",[["The data","","data.html"],["How the figures are counted","","methodology.html"],["Strikes","","strikes/index.html"]]);
