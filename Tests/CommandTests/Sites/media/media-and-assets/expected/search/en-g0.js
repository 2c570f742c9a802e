recountPart("en-g0","9bc047de",[["In a folder","","articles/one.html"],["The data","","data.html"],["How the figures are counted","","methodology.html"],["Strikes","","strikes/index.html"]]);
