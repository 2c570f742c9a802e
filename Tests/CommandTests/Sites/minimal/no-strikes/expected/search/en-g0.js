recountPart("en-g0","6823e421",[["The data","","data.html"],["How the figures are counted","","methodology.html"],["Strikes","","strikes/index.html"]]);
