recountPart("en-g0","4dc39cd2",[["Who says what","","claims.html"],["The data","","data.html"],["How the figures are counted","","methodology.html"],["Strikes","","strikes/index.html"]]);
