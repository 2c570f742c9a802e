recountPart("en-g0","51189e47",[["Who says what","","claims.html"],["The data","","data.html"],["How the figures are counted","","methodology.html"],["Strikes","","strikes/index.html"]]);
