recountPart("en-g0","21ca7b60",[["In a folder","","articles/one.html"],["The data","","data.html"],["How the figures are counted","","methodology.html"],["Strikes","","strikes/index.html"]]);
