recountPart("en-g0","eb5a9ea2",[["The data","","data.html"],["How the figures are counted","","methodology.html"],["Strikes","","strikes/index.html"],["The people","","victims.html"]]);
