recountPart("en-g0","4053d9c2",[["The data","","data.html"],["How the figures are counted","","methodology.html"],["Strikes","","strikes/index.html"],["The people","","victims.html"]]);
