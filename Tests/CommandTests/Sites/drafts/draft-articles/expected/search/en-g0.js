recountPart("en-g0","1a0a008e",[["The data","","data.html"],["How the figures are counted","","methodology.html"],["Published","","out.html"],["Strikes","","strikes/index.html"]]);
