recountPart("en-g0","3b876346",[["The data","","data.html"],["How the figures are counted","","methodology.html"],["Strikes","","strikes/index.html"],["The people","","victims.html"]]);
