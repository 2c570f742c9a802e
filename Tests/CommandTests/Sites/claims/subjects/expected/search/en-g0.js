recountPart("en-g0","42efe808",[["Who says what","","claims.html"],["The data","","data.html"],["How the figures are counted","","methodology.html"],["Strikes","","strikes/index.html"]]);
