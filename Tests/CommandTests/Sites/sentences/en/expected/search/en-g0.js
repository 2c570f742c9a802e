recountPart("en-g0","da7013b2",[["The data","","data.html"],["How the figures are counted","","methodology.html"],["Strikes","","strikes/index.html"]]);
