recountPart("en-g0","463abc09",[["The data","","data.html"],["How the figures are counted","","methodology.html"],["Strikes","","strikes/index.html"]]);
