recountPart("en-g0","a355eed8",[["The data","","data.html"],["How the figures are counted","","methodology.html"],["Strikes","","strikes/index.html"]]);
