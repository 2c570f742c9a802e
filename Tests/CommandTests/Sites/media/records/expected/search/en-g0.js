recountPart("en-g0","d202382c",[["The data","","data.html"],["Method","","method.html"],["How the figures are counted","","methodology.html"],["Strikes","","strikes/index.html"]]);
