recountPart("en-g0","a6e1f1b3",[["The data","","data.html"],["How the figures are counted","","methodology.html"],["Strikes","","strikes/index.html"],["The people","","victims.html"]]);
