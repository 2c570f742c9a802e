recountPart("en-g0","14190b0d",[["The data","","data.html"],["How the figures are counted","","methodology.html"],["Strikes","","strikes/index.html"],["The people","","victims.html"]]);
